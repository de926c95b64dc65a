import { wordSet } from './word-set.js';

/**
 * Given names common in France and the United Kingdom, of every origin, folded. Public knowledge, written for this package.
 * A name that is a word as well stands in `ambiguous-names.ts` too.
 */
export const GIVEN_NAMES = wordSet(`
  aaron abdallah abdel abdelkader abdou abdoulaye abdul abdullah abel abena abigail abou aboubacar abraham achille achraf ada adam
  adama adama adel adele adelaide adeline adem adil adina aditi adjoa adnan adolphe adrian adriana adrien adrienne aeryn agathe agnes
  agnieszka ahmad ahmed aicha aida aidan aiden aime aimee aisha aissa aissata aissatou ajay akim akira akosua alain alan alana alba
  alban albane albert alberto aldo alec alejandro aleksander aleksandra alena alessandro alessia alex alexa alexander alexandra
  alexandre alexandria alexia alexis alfie alfonso alfred alfredo ali alice alicia alina aline alisha alison alistair alastair alix aliya
  allan allison alma aloys alphonse alvaro alya alyssa amadou amal amanda amandine amara amarah amaury ambre ambroise amelia amelie
  ameline amer amin amina aminata amine amir amira amit amy ana anabelle anais ananya anas anastasia anatole andre andrea andreas
  andree andrei andres andrew andrzej andy ange angel angela angele angelina angeline angelique angus anh anika anil anissa anita anjali
  ann anna annabel annabelle anne annette annick annie anouk ansel anselme anthony antoine antoinette anton antonia antonio antony anwar
  apolline arabella arash archie ariane arianna ariel arielle aristide arjun arlette armand armelle arnaud arnold aron arsene artem
  arthur arun arwa asha asher ashley ashraf asif asma assia astrid athena aubin audrey august auguste augustin augustine aurelia aurelie
  aurelien aurore austin ava awa axel axelle ayah aya aylin ayman aymen aymeric ayo ayoub ayse aziz aziza babacar babette bakary baptiste
  barbara barnabe barnaby barry bartholomew bartosz basile bastien baudouin beatrice beatrix beatriz belinda bella ben benedicte benedict
  benjamin benoit bernadette bernard bernice bert berthe bertrand beth bethany betty beverley bianca bilal bill billy binta birgit blaise
  blanche blandine bob bobby bonnie boris boubacar brad bradley brahim brandon breanna brenda brendan brett brian briana brice bridget
  brigitte britney bronwyn brooke bruce bruno bryan bryony caitlin caleb callum calvin camelia cameron camilla camille candice capucine
  carina carine carl carla carlo carlos carly carmel carmen carol carole carolina caroline carolyn carrie cassandra cassandre catalina
  caterina catherine cathy cecile cecilia cedric celeste celestin celia celine cesar chad chaima chandra chantal charlene charles charlie
  charline charlotte chelsea cherif cheryl chiara chiamaka chidi chloe chris christa christelle christian christiane christina christine
  christophe christopher chukwuemeka cindy claire clara clarence clarisse clark claude claudette claudia claudie claudine claudio claudius
  clea clemence clement clementine cleo clifford clive clotilde coline colette colin colleen come conor connor conrad constance constantin
  cora coralie corentin corinne cornelia cosima cosmin courtney craig crispin cristina curtis cynthia cyprien cyril cyrille cyrus dagmar
  daisy dalila damian damien dan dana dani daniel daniela daniele daniella danielle danny daphne daria darius darren dave david davide
  davina dawn dawid dean debbie deborah deepak deirdre delia delphine demba denis denise dennis denys derek dermot desire desiree
  devon diana diane diarmuid didier diego dieter dimitri dina dinah djamel djamila djibril dominic dominik dominique don donald donna
  donovan dora doreen doriane dorian doris dorothee dorothy douglas driss duncan dustin dwayne dylan eamon ebony ebru eddie eddy edgar
  edith edmond edmund edna edouard eduardo edward edwige edwin efua eglantine eileen elaine eleanor elena eleonore elias elie eliane
  elif elijah elina eline eliott elisa elisabeth elise elisee eliza elizabeth ella ellen ellie elliot elliott ellis elodie eloise elsa elsie
  elspeth elton elvira elvire elvis emanuel emanuela emanuele emelie emeline emeric emerson emil emile emilia emilie emilien emilio
  emily emma emmanuel emmanuelle emmeline emre enrico enrique enzo eoin eric erica erick erik erika erin ernest ernestine errol erwan
  erwann esme esmeralda esra esteban estelle esther ethan etienne eugene eugenie eunice eva evan evangeline eve evelyn evelyne ewa ewan
  fabian fabien fabienne fabio fabiola fabrice fadila fahima faisal faith faiza fanny fanta farah farid farida fatih fatima fatiha
  fatma fatou fatoumata faustine federico felicia felicie felicite felicity felipe felix ferdinand fergus fernand fernande fernando filip
  fiona firmin flavia flavie flavien fleur flora flore florence florent florian florine floyd foued franca frances francesca francesco
  francine francis francisco franck franco francois francoise frank frankie franz fraser fred freddie freddy frederic frederick
  frederique freya frida gabin gabriel gabriela gabriele gabriella gabrielle gael gaelle gaetan gareth garry gary gaspard gaston gauthier
  gautier gavin gemma genevieve geoff geoffrey geoffroy george georges georgette georgia georgina georgios gerald geraldine gerard
  gerda german germain germaine gertrude ghislain ghislaine gianluca gianni gideon gilbert gilberte gildas giles gilles gillian gina
  ginette gino giorgio giovanna giovanni gisele giulia giuseppe gladys glen glenda glenn gloria godfrey godwin gordon grace graham grant
  greg gregoire gregor gregory greta guido guilhem guillaume guillemette gulsen gunther gurpreet gus gustave gustavo guy gwen gwenael
  gwenaelle gwendal gwendoline gwendolyn gwyneth habib habiba hadrien hafida hafsa haider hakan hakim hamid hamida hamish hamza hana
  hanan hanna hannah hans harish harold harpreet harriet harris harrison harry harvey hasan hasna hassan hassane hatice hawa hayley
  hazel heather hector hedi heidi heinz helen helena helene helga helmut heloise henri henriette henrik henry herbert herman hermine herve
  hicham hilary hilda hippolyte hoa hocine holly honorine horace houda houria howard hubert hugh hugo huguette humphrey hung huong
  hussain hussein iain ian ibrahim ibrahima ibtissem ida idris idriss ifeoma ignacio igor ikram ilan ilana ilaria ilham ilias ilona
  ilyas ilyes iman imane imen imogen imran ina indira ines ingrid ioana ira irena irene irina iris irma isaac isabel isabella isabelle
  isadora isaiah isaline isis isla ismael ismail isobel issa issam ivan ivana ivo ivor ivy jack jackie jackson jacob jacky jacqueline
  jacques jacquie jade jaden jake jakub jamal james jamel jamie jamila jan jana jane janet janice janine jared jarek jasmin
  jasmine jason jasper javier jay jayden jean jeanne jeannette jeannine jed jeff jeffrey jelena jemima jen jenna jennifer jenny jens
  jeremiah jeremie jeremy jerome jerry jess jesse jessica jessie jesus jill jim jimmy jin joan joana joanna joanne joao joaquim joaquin jocelyn
  jocelyne jodie joe joel joelle joey johan johann johanna john johnny jolanta jon jonah jonas jonathan jordan jordane jorge jose josef
  joseph josephine josette josh joshua josiane josie josselin josue joy joyce joyce jozef juan juana juanita judicael judith judy jules
  julia julian juliana julianne julie julien julienne juliet juliette julio julius june juno justin justine kacper kader kadiatou kais kamal
  kamel kamila kamran karan kareem karen karim karima karin karina karine karl karolina kasia katarina katarzyna kate katell katerina
  katharina katharine kathleen kathryn kathy katia katie katrina kavita kay kayla kayleigh keira keisha keith kelly kelvin ken kendra
  kenji kenneth kenza kerry kevin khadija khadijah khadim khaled khalid khalil khan kian kieran kim kimberley kimberly kiran kirsten
  kirsty klaus kofi konrad kristen kristian kristin kristina krystyna kumar kurt kwabena kwaku kwame kwasi kyle kylian kylie lachlan laetitia
  laila lakshmi lala lamia lamine lana lancelot lara larissa larry lars latifa laura laure laureen laurel lauren laurence laurene laurent
  laurette lauriane laurie laurine lawrence lazare lea leah leandre leandro leane leanne leigh leila lena lennox leo leon leona leonard
  leonardo leonie leonora leopold leroy lesley leslie leticia levi lewis leyla leyna lia liam lidia liliana liliane lilian lilly lilou lily
  lina linda lindsay lindsey line linh lionel lisa lise liselotte lisette lison livia liz liza lloyd logan lois loic lola lolita lorena
  lorenzo loretta lorna lorraine lotte lottie lou louane loubna louis louisa louise louka lubna luc luca lucas lucette lucia lucian
  luciana lucie lucien lucienne lucille lucile lucinda lucy ludivine ludmila ludovic luigi luis luisa luka lukas lukasz luna lydia lydie
  lylou lyna lynda lynn lynne lyse mabel macy madeleine madeline madison mae maelle maelys maeva magali magalie magda magdalena maggie
  mahamadou mahmoud mahmud mai maia maisie maite maiwenn malcolm malek malika malik malo mamadou mandy manel manfred manon manu
  manuel manuela mara marc marceau marcel marcelle marcia marcin marco marcos marcus margaret margarita margaux margo margot marguerite
  maria mariam mariama marian mariana marianne marie mariella marielle marijke marilyn marilyne marin marina marine mario marion marisa
  marius marjorie mark marko marlene marlon marta martha marthe martial martin martina martine martyn marvin marwa mary maryam maryline
  maryse maryvonne massimo mateo mateusz mathew mathias mathieu mathilda mathilde mathis matilda matt matteo matthew matthias
  matthieu maud maude maura maureen maurice mauricette mauro max maxence maxime maximilian maximilien maximus maxine may maya maylis mayssa
  mbaye medhi megan mehdi mehmet mei meike melanie melina melinda melisande melissa melodie melody melvin melvyn mercedes meredith meriem
  meryem merve mhairi mia michael michaela michal michel michele micheline michelle mickael miguel mihai mikael mikail mike mila milan milena
  miles milo mina mindy mira miranda mireille mirela miriam mitchell moana modou mohamed mohammad mohammed mohand moira moise
  mokhtar molly mona monica monika monique morgan morgane moritz morris moses mouhamed mouloud mounir mounira mourad moussa moustapha muhammad
  muhammed muriel murielle murray musa mustafa mustapha myles myriam myrtille nabil nabila nacer nadege nadia nadine nadir nael naima
  najat nancy naomi narcisse nasser nassim nassima natacha natalia natalie natasha nathalie nathan nathanael nathaniel nawal nazim ned
  neha neil nelly nelson neville ngozi ngoc nguyen niall niamh nicholas nicola nicolas nicole nicoletta nicolette nigel niels nikita
  nikki nikola nikolai nikos nils nina nino nisha nissrine noa noah noam noe noelie noeline noemie nolan nolwenn nora norah norbert
  noreen norma norman nour noura noureddine nuala nuno nuria oceane octave octavia odette odile odin ola olaf oleg olga olivia olive oliver
  olivier olivia olga oliwia omar ombeline ondine ophelia ophelie ophely oriane oscar osman oswald otis otto ottoline oumar oumou
  ousmane owen ozgur pablo paddy padraig paige paloma pamela paola paolo pascal pascale pascaline patience patrice patricia patrick
  patrizia patsy paul paula paule paulette pauline paulo pavel pawel pearl pedro peggy pelagie penelope penny percival percy perrine
  perry petar pete peter petra petronille phil philibert philip philippa philippe philippine phillip philomene phoebe phyllis pia
  pierre pierrette pierrick pietro pilar piotr piper pippa polly poppy pranav prakash prisca priscilla priscille priya prosper prudence
  quentin quincy quitterie rabah rabia rachael rachel rachelle rachid rachida radia radoslav rafael rafaela rafal rafik raheem rahma rahul
  rainer raissa raj raja rajesh ralph rama ramon ramona ramzi rana randy rania raoul raphael raphaelle rashid rashida raul ravi
  rayan raymond raymonde reza rebecca rebekah rehana reggie regina reginald regine regis reine remi remy renata renaud renaldo rene renee reuben rex
  reyhan rhiannon rhoda rhona rhys ricardo riccardo richard rick ricky rihanna riley rita ritchie riya rob robert roberta roberto
  robin robyn rocco rocio roderick rodney rodolphe rodrigo rodrigue rodriguez roger roland rolande rolf romain romane romaric romeo romuald romy ron
  ronald ronan ronnie rory rosa rosalie rosalind rosanna rose roseline roseanne rosemary rosie ross rowan rowena roxane roxanne roy
  ruben ruby rudolf rudolph rudy rufus rui rukhsana rupert russell ruth ryan saad sabah sabine sabrina sacha sadia sadio safa safia
  safiya sahra said saida saif sajid sakina salah salem salif salim salima salma salome salomon salvador salvatore sam samantha samba samia
  samir samira sammy samson samuel sana sandeep sander sandra sandrine sandro sanjay sara sarah sarita sasha saskia saul savannah
  scarlett scott sean sebastian sebastien seema segolene seham selena selim selima selina selma sergei serge sergey sergio serena serigne
  severin severine seydou shabnam shahid shaheen shakira shane shannon sharon shaun shauna shaz sheila shelley sherif sherry shirley shona
  sian sibylle sidi sidney sidonie siegfried sienna sigrid silas silke silvia silvio simeon simon simona simone sinead siobhan sixtine slimane
  sofia sofiane sofie solange solene solenn solenne soline soledad sonia sonja sophia sophie soraya sorcha soren souad soufiane
  souleymane spencer srinivas stacey stacy stan stanislas stanislaw stanley stefan stefania stefano steeve steffi stella stephan stephane
  stephanie stephen steve steven stewart stuart sue suhail sulaiman sunil sunita suresh susan susanna susannah susanne susie suzanne suzette suzie suzy
  svetlana sven swann sybil sybille sydney sylvain sylvaine sylvia sylviane sylvie tabitha tahar tamara tammy tamsin tanguy tania tanya
  tara tarek tariq tatiana taylor ted teresa terence terri terry tess tessa thaddeus thais thalia thandiwe thea theo theodora theodore theophile
  theresa therese thi thibaud thibault thibaut thierno thierry thomas tiago tiffany tilda tilly tim timeo timothe timothee timothy tina tobias
  toby todd tom tomas tomasz tommy toni tony tove tracey tracy trevor tricia trinity tristan troy tunde tyler tyrone ugo
  ulrich ulrika ulysse umar ursula usha usman vaclav vadim valentin valentina valentine valerian valerie valeriane valery vanessa vasile venus
  vera veronica veronika veronique vicente vicky victor victoire victoria victorine vidal vijay viktor viktoria vikram vince vincent vincenzo
  viola violaine violet violetta violette virgil virgile virginia virginie vivian viviane vivien vivienne vlad vladimir wafa wahid wahiba waleed walid
  wallace wally walter wanda warren wassim wayne wei wendy werner wesley wilfred wilfried wilhelm will willem william williams willow wilson
  winifred winston wojciech wolfgang xander xavier xenia ximena yacine yael yahya yan yann yanis yannick yannis yara yasin yasmin yasmina yasmine
  yassin yassine yassir yoann yohan yohann yolande yonas yoni york youcef youness younes youri youssef youssouf ysaline yuki yuri yusuf yvan
  yves yvette yvon yvonne zachary zahra zaina zainab zakaria zara zarah zeinab zelie zeynep zhang zia zineb zinedine zita zoe zofia zohra zoltan zora zuzanna
`);
