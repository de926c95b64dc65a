import { wordSet } from './word-set.js';

/** Forms of address and titles, French and English: a name follows. */
export const TITLES = wordSet(`
  m mr mrs ms miss mme mmes mlle mlles mm mx monsieur madame mademoiselle messieurs mesdames dr docteur doctor doc me maitre pr prof professeur
  professor sir dame lady lord baroness baron rev reverend father pere judge justice captain capt sgt sergeant constable pc inspector cllr councillor
  veuve vve dame nurse aunt auntie uncle tante tata tonton oncle papy mamie sister brother soeur frere mister missus missis
`);

/** Titles that are everyday words when nothing shows otherwise: they count with a capital name behind them only. */
export const WEAK_TITLES = wordSet(`
  m me pr mm mx doc dame lady lord baron pere judge justice captain father pc sister brother soeur frere aunt auntie uncle tante tata tonton oncle papy mamie nurse veuve
  sergeant inspector miss doctor docteur professor professeur maitre
`);

/** Kinship and company: "sa soeur Julie", "her husband Mark", "avec un ami, Giovanni". */
export const KINSHIP = wordSet(`
  soeur frere mere pere fils fille filles fils mari epouse epoux femme conjoint conjointe compagnon compagne concubin concubine copain copine ami amie amis amies
  cousin cousine cousins neveu niece oncle tante tata tonton grand-mere grand-pere maman papa parrain marraine belle-soeur beau-frere belle-mere beau-pere gendre bru ex-mari ex-femme ex
  ex-conjoint ex-compagnon jumeau jumelle bebe enfant enfants petit-fils petite-fille beau-fils belle-fille fiance fiancee partenaire
  sister brother mother father mum mom dad son daughter husband wife partner fiance fiancee boyfriend girlfriend friend friends cousin nephew niece uncle aunt auntie
  grandmother grandfather grandson granddaughter nan nana grandma grandpa sister-in-law brother-in-law mother-in-law father-in-law son-in-law daughter-in-law stepson
  stepdaughter stepmother stepfather spouse ex-husband ex-wife twin baby child kids mate bf gf hubby flatmate roommate housemate parents parent guardian
  colocataire coloc voisin voisine neighbour neighbor
`);

/** What people are to a case: "l'avocate Pons", "Manager: Priya". */
export const ROLES = wordSet(`
  avocat avocate infirmier infirmiere medecin kine psy psychologue psychiatre dentiste notaire huissier juge educateur educatrice assistante assistant tuteur tutrice
  curateur curatrice conseiller conseillere referent referente benevole animateur animatrice formateur formatrice directeur directrice responsable gerant gerante president presidente
  tresorier tresoriere secretaire comptable collegue stagiaire interlocuteur interlocutrice interprete proprietaire bailleur locataire titulaire temoin temoins participant participante
  parraine parrainee recommande recommandee garant garante heritier heritiere beneficiaire nomme nommee denomme denommee prenomme surnomme appelle prof professeur enseignant maitresse instit
  manager supervisor lawyer solicitor barrister doctor nurse gp dentist therapist counsellor carer caregiver caseworker worker adviser advisor agent driver landlord landlady tenant teacher tutor coach
  trainer volunteer trustee chair chairman treasurer secretary accountant colleague boss interpreter witness referee guarantor beneficiary attorney physician consultant
  named name contact contacts attn attention kin assistant director owner host speaker delegate holder payer payee plumber electrician cleaner courier therapeute binome correspondant correspondante
`);

/** Verbs of contact and prepositions that go with people: "vu avec Kiran", "spoke to Priya", "rappeler Dupont". */
export const CUES = wordSet(`
  appel appele appelee appeler rappeler rappele rappelee rappelle contacter contacte contactee joindre parle parler discute vu vue voir rencontre rencontree echange accompagne accompagnee accompagnes
  demander demande ecrire ecrit signe signee signees valide validee confirme envoye transmis transmise remis remise recommande recommandee adresse invite invitee prevenu prevenue prevenir relance relancer hebergee heberge
  copain rdv rendez-vous entretien message mail courriel sms appelez contactez voyez merci bonjour bonsoir cher chere salut coucou cordialement bises bise signature cosigne cosignataires suivi geree gere traite
  recu recue croise croisee confie confiee paye payee depose deposee accueilli accueillie represente representee mene menee assure assuree faite fait attribue invites partage partagee oriente orientee
  called call calls calling ring rang ringing phoned phone spoke speak speaking talked talk met meet meeting meets emailed email asked ask asks told tell contacted contact saw see seen visited visit
  referred introduced approved signed sent forwarded transferred dear hi hello hey thanks thank regards cheers sincerely from by with cc cced booked visited attended interviewed text texted texting message
  per via joined accompanied invited recommended nominated witnessed handed collected sharing shared share shares reported complained chased accuse accused paid payed referral sponsored cleared flagged
  chez avec par selon pour contre envers sauf and c/o voila with for
`);

/** Small words that may stand between a cue and a name. */
export const FILLERS = wordSet(`
  a au aux avec de des d du en et l la le les par pour que qu un une sa son ses ma mon ta ton leur notre votre certain certaine legal legale traitant traitante social sociale
  actuel actuelle ancien ancienne nouveau nouvelle adverse medical to with by from of for the an my his her our their your is was est etait re about at in and line next s certain old new late appele appelee
  via c petit petite best called named nomme
`);

/** What a person does, behind the name: "Ngozi called", "Durand a appelé". */
export const PERSON_VERBS = wordSet(`
  a ont appelle appellera rappelle rappellera dit demande souhaite veut voudrait confirme passe passera prend prendra vient viendra signale precise indique pense refuse accepte travaille habite m est sera doit
  called calls rang rings phoned emailed texted says said asked asks told tells wants wanted confirmed confirms will would has had came comes left wrote writes picked picks needs refused agreed reported mentioned
  arrive propose repond insiste explique attend reste paye ecrit part revient vit possede fournit presente depose appelait venait etait avait
  declined approved signed collected dropped paid lives works is was who did does handed thinks promised offered spoke explained joined helped complained arrived cancelled took takes requested suggested sent
`);

/** What makes a place of the name behind it. */
export const PLACE_BEFORE = wordSet(`
  rue avenue av ave bd bld boulevard place pl impasse allee allees chemin quai square cours passage lycee college ecole hopital clinique stade gare salle residence pont station metro arret rond-point
  fondation prix parc cimetiere centre musee theatre espace gymnase piscine eglise saint sainte st ste chu ehpad creche foyer maison mediathecque mediatheque bibliotheque universite fac faculte tour immeuble villa
  cathedrale chapelle basilique aeroport batiment bat amphi amphitheatre auditorium maternelle esplanade route voie sentier faubourg fg lotissement domaine chateau hotel camping auberge restaurant resto cafe bar
  brasserie boulangerie patisserie boucherie garage pharmacie cabinet societe ste sarl sas sasu sa sci eurl scop ets etablissements entreprise groupe agence studio editions librairie galerie banque laboratoire clinic institut
  association asso federation syndicat mutuelle plomberie menuiserie transports marque modele produit formule gamme collection atelier exposition expo concert film roman album spectacle conference colloque
  delices amis chez-vous ville mairie commune departement region villa quartier cite ile lac mont montagne fort foret bois vallee plage
  mount lake cape hotel inn cafe pub bar restaurant school college university hospital clinic church theatre cinema museum gallery bridge river storm hurricane tempete typhoon brand model plan
  campagne campaign operation festival prize award trophy cup day fete jour
`);

/** What makes a place or a company of the name before it. */
export const PLACE_AFTER = wordSet(`
  street st road rd avenue ave lane ln square sq drive close way court crescent terrace gardens garden place hall house school college university hospital surgery clinic park bridge centre center theatre
  library foundation trust award prize ltd limited inc plc llc llp gmbh corp corporation company co sons fils associates partners group groupe solutions consulting conseil services systems technologies
  hotel inn cafe restaurant bar pub bakery day airport station stadium arena museum church cathedral lodge farm estate estates bank insurance motors construction builders airlines records studio studios
  productions editions sarl sas sasu sa sci eurl freres market festival cup act lake river beach bay island city town county hill hills heights grove mews row quay wharf yard gate north south east west event
  history notes skill sky road-trip transports batiment immobilier assurances avocats associes architecture automobiles traiteur energie pharma sport sports club team fc
`);

/** Kinds of places that are named with "de" as well: "rue de Gaulle". "École de Lucas" is where Lucas goes. */
export const STREETS = wordSet(`
  rue avenue av ave bd boulevard place pl impasse allee chemin quai square passage route voie esplanade faubourg lotissement domaine chateau ville
  delices prix exposition expo oeuvre oeuvres statue chanson
`);

/** Whose names are nobody's data: "a dog called Rosie". */
export const PETS = wordSet(`dog dogs cat cats pet puppy horse chien chienne chat chatte cheval poney animal hamster lapin`);

/** Particles of family names. */
export const PARTICLES = wordSet(
  `de du des d la le les van von der den ter da das do dos di del della el al ben bin ibn ait ould mac mc st saint y e abu bou`,
);

/** Verbs of saying and calling: with these even a word that opens its sentence is a person. */
export const SAYING = wordSet(`
  called calls rang phoned emailed texted says said asked told confirmed wrote replied appelle rappelle demande dit souhaite confirme appellera rappellera signale veut
`);

/** French participles behind "a": "Durand a appelé". */
export const SAID = wordSet(`
  appele rappele dit demande confirme ecrit signale precise envoye refuse accepte signe repondu telephone laisse annule valide depose transmis prevenu contacte indique explique promis propose paye pris vu
`);

/** Cues behind which even one unknown capital word is a person. "From Skegness" and "via Weebly" are not. */
export const WEAK_CUES = wordSet(
  `from for chez pour via per and selon sauf contre envers message mail courriel sms rdv rendez-vous entretien suivi fait faite line message thanks merci demande demander c/o in`,
);

/** Two words that look like a person and are a brand, a place or somebody long famous. */
export const FAMOUS = new Set(
  (
    'john deere,louis vuitton,yves rocher,leroy merlin,harry potter,dr martens,doc martens,calvin klein,hugo boss,ralph lauren,jack daniel,jack daniels,johnnie walker,' +
    'victor hugo,jean moulin,jules ferry,jules verne,de gaulle,charles gaulle,marie curie,jean jaures,emile zola,louis pasteur,rosa parks,nelson mandela,martin luther,' +
    'saint nicolas,pere noel,father christmas,santa claus,jp morgan,philip morris,estee lauder,tommy hilfiger,mr bricolage,uncle ben,dr pepper,dr oetker,mr muscle,mr propre,' +
    'monsieur cuisine,marie claire,jane austen,william shakespeare,winston churchill,albert camus,george orwell,harry styles,taylor swift,paul bocuse,thomas cook,ben jerry,' +
    'george vi,queen victoria,king edward,king charles,jeanne arc,simone veil,leonard vinci,georges pompidou,charles de gaulle,jean paul,tim hortons,papa john,mary poppins'
  ).split(','),
);
