import { wordSet } from './word-set.js';

/**
 * Given and family names that are everyday words, months, cities or brands in French or English. Written small, or where a
 * sentence begins, they say nothing by themselves.
 */
export const AMBIGUOUS_NAMES = wordSet(`
  abel ada aime aimee alba alma amber ambre ambroise amine ange angel angers april ariel armand art ashley asher athena august auguste
  aurore austin ava basile bella bill blaise blanche bob bonnie bonny brandon brice brook brooke camelia candice candy capucine carmel carmen carol
  celeste cesar chad chance chandra chase chelsea cherry christian claire clara clarence clement clementine cleo come constance cora
  coral crystal daisy dale dan dana dawn dean denim desire desiree destiny devon diana dina divine dolores dominique don dora dot drew earl earnest
  ebony eden eglantine ella elle emery ernest erin esprit eve evan faith fanny faustine felicite fernand fiona fleur flora flore florence florent florin forest
  france franck franc francois frank franklin freddy gale gene georgia germain ginger glen gloria gordon grace grant gray guy harmony
  harper harry hazel heath heather helena herb hilary holly honore honorine hope horace hugo hunter iris isle ivy jack jade jamal jan jasmin jasmine jay jean
  jersey jesse jesus jordan jordane joy juan jules julienne june junior juno juste justice justine kay kelly kent kerry kim king kit kitty lance lane
  laurel laurent lea leo leon leslie liberty lily lily lin line lino lionel lisa lisbon loire lola lorraine lotus lou louis lourdes louise lucie luna lynx lys madeleine
  madison maggie major mandarine manel mara marc marceau marcel mardi margot marguerite marie marin marina marine mario mark marlin mars martin martial
  marvin matt maud max maxime may maya mae mercedes mercy merit mia michelle miles milo mina mini mint modeste molly mona monique moise monet morgan
  myrtille mystic nancy nick nina noe noel noelle norm norma norman nova oasis ocean oceane octave odin olive olivia opale orange orlando otto page paige paloma pam paris
  parker pat patience paul paule paulo pearl penny percy perle perry pete peter phil phoenix pia pierre pierrot piper poppy prosper prudence quentin quincy rabat rain ray
  reine rene rex rich rick rita river rob robin rocky roger roland romain romaine roman romane rosa rose rosemary rosie rowan roy ruby rusty ruth sacha sage salome salon salt
  sam san sandy sara savannah scarlett scott sean seth shannon sharon shell sienna silas sienne silver sky sofia solange soledad solene sonia sophia star stella sterling stew
  storm sue summer sunny sydney tatiana ted terry tiffany tim toby tom toni tour trinity tristan troy valentine valence valerian vallee vanille venus vera verity
  victor victoire victoria vienne violet violette virginia virginie vivien vivienne wade wally warren wendy will willow windsor winter xenia york zara zoe
  an ann ben ken jon jo joe ali dani may mon nan ron rod ty val vic vera mai line fanta hawa ira isis jed jet jin jess ina kian kais khan kumar lia lina lana loic malo mandy manu mei mila mira moana noa nino nuno ola
  pilar pol rama rana regis rui sana saul shaz saba sidi sol soline stan tara tilda tina tove ugo van yuki zia thi thais said saida samba seydou trevi bastien chloe hoa noam nils nora sami sammy lars linda liam ling
  ade amy anis aya cher ciel dove eva elias io ivo jil kai lea mel mo nana noor oscar ora otis pepita pablo polo rio romeo tess tiago vin
  jeanne jenny jerry joan kelvin lloyd lori mira murray nelson newton owen ross rupert savannah shane sherry sherlock tyler wesley wilson winston zola
  bailey baker banks barber bell berger bird bishop black blanc blanchet bond bonnet booth bouchard boucher boulanger bouvier bourgeois bowman brown brun bush butler
  camus carpentier carpenter carter chapelle charpentier chauvin chef chevalier clark clarke clerc colas coleman collet collin colin comte cook cooper cordier courtois couturier cross cruz
  dean dubois duc dumas fabre faure faucon field fields fisher fontaine ford forest forestier foster fournier fox france franklin fry gallet
  garnier gates gilles girard gomes gray green greenwood gros guerin hall hardy hart hay hayes hill holland hood house hunt hunter
  jackson joly jones jordan jourdan judge king kitchen knight lacroix lafleur lake lambert lane law lebon leblanc legrand lemoine leroux leroy lesage levant little long
  love lucas major maillard maire mallet marchand marechal marion marshal marshall martel martinet mason masson maury mercier merle messenger meunier miller mills moore moreau moulin
  noir noire nunn olive page palmer parent parfait parker park parks patel payne perret perrin petit petite pierce pike pilot pinot poirier poole pope porter potter potier prevost price prince pugh
  ramos reed reid remy rey reynaud rice rich richard rivers riviere roberts robin roche rodger rolland rose rousse roux roy royer rush russell
  sage saunter savage schneider seigneur self sharp shepherd short singer slater smart smith snow spencer stokes stone street summers swan sylvestre
  taylor temple terrier tessier thatcher tissot tucker turner vallet vasseur vidal vigne voisin walker wall ward waters watts weaver webb weber wells west wheeler white wise
  wolf wood woods wright young best gold bright bay bean beck blaze bull burns case chambers church cole court crane day duke fair farmer fleming flint frost
  gardener gardner gates glass grand grange granger grove hammer hancock harding heath hobbs hope house hurst lamb lambs land leaf lord marsh may mead moss
  nash neil noble north oakes paine pepper perle pitt pond pool post potts power quick rain read rivet rock root rowe sands sellers seller sheet singh skinner speed spring stark
  steel swift thorn vale wade waller webster weller wolfe world
`);

/** Of those, the words that would stand behind "her mum" or "son fils" without being a name: verbs and the like. */
export const NEVER_SMALL = wordSet(`
  will may mark rob sue pat drew grant chase nick jack bill can come said dit dot dan don pete line an van mon mai joe sol rain love hunt
  march reads read rush cook burns hope cross park case best sharp short long little young wise white black brown green hall house day
  petit petite grand gros noir blanc brun vert parent voisin major maire chef juste clement aime desire honore parfait post power
  ange bella chance joy rose star tour page or mini max orange salon opale france jean rene san sage rich art cher ciel ora
`);
