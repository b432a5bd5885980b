/** Words of names of media, and the common nouns for them: our own lists. A row holds words that behave alike. */
const words = (list: string): string => list.trim().split(/\s+/).join('|');

/** In a name with a capital these tell a medium: "the Harbour Post", "Radio Corvina". */
export const nameWords = words(
  `news times post herald tribune daily gazette journal guardian telegraph observer newspaper newspapers agency radio television tv
  magazine broadcaster press network channel review chronicle globe courier mail weekly outlet podcast
  beacon ledger dispatch star sun sentinel examiner inquirer enquirer standard mirror express advertiser echo argus bulletin
  monitor clarion mercury messenger spectator newsletter kanal canal kurier zeitung wochenblatt diario giornale media tabloid
  agence agencia agenzia agentur newswire reporter free-press register advocate statesman tageblatt rundschau nachrichten correo prensa stampa
  gazeta pravda presse figaro recorder intelligencer packet gleaner trumpet lookout fm am bugle gazet gazzetta corriere messaggero
  periodico jornal folha heraldo noviny dnevnik dagblad tidende courant krant anzeiger allgemeine sanomat nieuws novosti`,
);

/** Agencies, broadcasters and papers whose names have none of those words. */
export const agencyNames =
  'Reuters|AP|AFP|CNN|BBC|CBC|NBC|ABC|CBS|NPR|PBS|MSNBC|CNBC|Bloomberg|Politico|Axios|Xinhua|TASS|Interfax|RT|Kyodo|Yonhap|ANSA|DPA|EFE|PTI|ANI|IRNA|SANA|KCNA|NHK|ARD|ZDF|ITV|RTÉ|Al Jazeera|Al Arabiya|Sky|Fox|Le Monde|Der Spiegel|El País|Haaretz|Vox|Vice(?! \\p{Lu})|BuzzFeed|Quartz|Semafor|HuffPost|Newsweek|Forbes|ESPN|TMZ|LBC|TalkTV|Newsnight|RTL|TVN24|i24NEWS|NDTV|Caixin|Rappler|Mediapart|NRK|SVT|RNZ|News24|Rolling Stone|Vanity Fair|Vogue|Lancet|BMJ|JAMA|PNAS|L.Équipe|Ouest-France|Le Parisien|De Telegraaf|De Standaard|Clarín|Kompas|Face the Nation|Good Morning America|60 Minutes|The Hill(?! \\p{Lu})|Time(?! \\p{Lu})';

/** Bodies and offices whose names have such a word and that carry nothing: "the Post Office", "the Environment Agency". */
export const otherBodies =
  '(?:estate|travel|advertising|employment|recruitment|temping|modelling|modeling|talent|adoption|ratings?|credit|detective|letting|collection) agency|Post Office|Network Rail|American Express|Advocate General|(?:Canal|Standard|Channel|Press|Media) (?:Authority|Commission|Company|Council|Committee|Chartered|Bank)|(?:Energy|Environment|Environmental|Protection|Security|Intelligence|Space|Medicines|Drug|Drugs|Revenue|Development|Border|Aviation|Borders|Crime|Maritime|Health|Refugee|Safety|Standards|Policing|Transport|Disaster|Relief|Aid|Management|Defence|Defense|Investigation|Statistics|Nuclear) Agency';

/** Last words of names that are no medium's, whatever stands before: "the Star Hotel", "the Sun Valley School Board". */
export const otherHeads =
  'hotel|board|committee|commission|school|authority|department|bank|court|hospital|museum|church|energy|holdings|insurance|logistics|pharmaceuticals|foods|stores|motors|airlines|airways|shipping|properties|investments|capital|securities|university|college|club|theatre|stadium|mutual';

/** Without a capital these nouns are needed: "state media", "the weekly Angelus". */
export const mediumNouns =
  'newspaper|podcast|[A-Z]{2,5} (?:programme|program|show|documentary)|talk show|chat show|news programme|news program|press agency|daily paper|news agency|news agencies|newswire|wire service|broadcaster|magazine|newsletter|tabloid|(?:radio|television|tv) (?:station|channel|network|programme|program|show)|news (?:outlet|site|website|channel|portal|service)|(?:local|state|state-run|official|national|public|foreign|regional) (?:media|radio|television|tv|news agency)';

/** Platforms on which people write for themselves. */
export const platformNames =
  'Facebook|Instagram|Twitter|X|Telegram|TikTok|YouTube|WhatsApp|Weibo|WeChat|VKontakte|VK|Mastodon|Bluesky|Threads|LinkedIn|Reddit|Snapchat|Truth Social|Substack|Medium|Twitch|Signal';

/** What is broadcast, or the place where one posts: heads of phrases after "on". */
export const airNouns =
  'television|tv|radio|air|channel|channels|station|network|podcast|broadcast|broadcaster|talk-show|chat-show|phone-in|newscast|account|feed|(?:social|state|local) media|(?:talk|chat|breakfast|morning|evening|radio|television|tv|news|comedy) (?:show|programme|program)';

/** Who passes on what another says in his name: "through an interpreter". */
export const mouthpieces =
  'interpreter|translator|spokesman|spokeswoman|spokesperson|spokespeople|lawyer|attorney|attorneys|solicitor|counsel|publicist|agent|representative|intermediary|intermediaries|mediator|go-between|aide|secretary';

/** Who works for a medium is spoken to and carries nothing by himself: "told the radio host". */
export const staff =
  /\b(?:hosts?|anchors?|presenters?|reporters?|correspondents?|editors?|journalists?|columnists?|interviewers?)\b|\b(?:mothers?|fathers?|widows?|famil(?:y|ies)|veterans?|officials?|officers?|owners?|executives?|employees?|workers?|managers?|spokes\w+)$|^(?:the |an? |his |her |their )?tv$/i;

/** "GNN's “Sunrise Desk”": what has a programme is a medium. */
export const programme = /^(?:the )?\p{Lu}\S*(?: \p{Lu}\S*)* ?['’] ?s ["“']?\p{Lu}[^"”]{2,40}["”']$/u;

/** "Mr. Courier", "her sister Anna Post": a person who is called like a medium. */
export const person =
  /^(?:mr|mrs|ms|miss|dr|sir|lady|lord|judge|senator|professor|president|captain)\b|\b(?:sister|brother|wife|husband|mother|father|daughter|son|friend|neighbou?r|colleague|partner|boss|lawyer|cousin|aunt|uncle) \p{Lu}/iu;

/** Bodies with one-word names that are told things and are no media. */
export const publicBodies =
  /^(?:[Tt]he )?(?:Congress|Parliament|Senate|House|Cabinet|Council|Commission|Commons|Lords|UN|EU|NATO|Police|Court|White House|United Nations)$/;

/** Last words of names of bodies that are told things, which a bare name is asked for besides those of media. */
export const bodyHeads =
  'council|association|union|party|ministry|federation|group|company|corporation|corp|inc|ltd|llc|plc|campaign|administration|army|navy|police|brigade|office|bureau|assembly|parliament|senate|congress|chamber|fund|trust|foundation|institute|centre|center|league|society|city|county|state|street|airport|mutual|industries|technologies|solutions|services|systems|partners|bank|united|rovers|fc|war|day|act|house|hall|castle|palace|university|island|river|valley|north|south|east|west';

/** "the food monthly Ferment", "the site Overtime": a common noun for media before a name. */
export const kindThenName =
  /\b(?:weekly|monthly|quarterly|fortnightly|daily|journal|(?:news|web|science|sports?|business|labour|labor|tech|technology|gossip|investigative|satirical|trade|music|food|travel|finance|financial|fashion|celebrity|gaming|aviation|shipping|farming|crypto|property|motoring|health|climate|energy|entertainment|film|culture|arts|football|cycling|student|legal|medical|military|defence|defense|streaming|radio|television|tv|local|regional) ?(?:site|paper|station|channel|portal|blog|title|review|service|outlet|network)|website|blog|server|newsroom|(?:documentary|television|tv|radio|podcast) series|(?:debate|racing|quiz|comedy|satire|current affairs) (?:show|programme|program)) [“"']?\p{Lu}/u;

/** Words written together with one that tells: "Folkeposten", "Börsenfunk". */
export const compounds =
  /\p{Lu}\p{L}{2,}(?:posten|bladet|blatt|zeitung|funk|anzeiger|kurier|presse|tidningen|avisen)\b/u;

/** Words that tell a paper only as the last of its name: "the Dunmore Leader", not "the Opposition Leader". */
export const lastOfName =
  /^(?:[Tt]he )?(?!(?:Opposition|Majority|Minority|House|Senate|Party|Council|Labour|Team|Group|Union|Supreme|Deputy|World|Civil|Senior|Criminal|Public|Private) )\p{Lu}\S*(?: \p{Lu}\S*)? (?:Record|Wire|Week|Today|Leader|Citizen|Independent|Voice|Republican)$/u;

/** Plurals of people by party, land, creed or trade: "Democrats", "Ulstermen". */
export const groupPlural =
  /^\p{Lu}\p{L}*(?:crats|cans|ians|ists|[^t]ers|ors|ese|ites|men|women|ants|als|ves|ies|eens|ims|ews|icks|aks|ans)$/u;
