const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Titles before a name; none belongs to the name. */
export const titles = set(
  `mr mrs ms miss dr prof professor sir dame lord lady rev reverend father sister fr sen senator senators rep representative reps gov governor president
  vice vice-president prime premier minister ministers chancellor king queen prince princess mayor judge justice chief general gen colonel col captain capt lieutenant lt
  sergeant sgt major maj admiral adm commander cmdr officer constable const inspector insp detective superintendent supt secretary secretary-general
  ambassador envoy chairman chairwoman chairperson chair director speaker leader coach councillor councilman councilwoman coun alderman sheriff attorney
  spokesman spokeswoman spokesperson deputy former acting interim senior congressman congresswoman assemblyman archbishop bishop cardinal pope rabbi imam
  emperor crown hon honourable honorable mp mpp mla cpl const. democratic republican liberal conservative democrat u.s. us state federal party candidate nominee presidential
  foreign defense defence finance health interior economist analyst author reporter actor director ceo cfo coo founder co-founder manager attorney-general ag solicitor first trump-backed gop`,
);

/** Titles that tell a gender. */
export const maleTitles = set(
  'mr sir lord king prince father councilman congressman chairman spokesman assemblyman businessman pope',
);
export const femaleTitles = set(
  'mrs ms miss dame lady queen princess sister councilwoman congresswoman chairwoman spokeswoman businesswoman',
);

/** Nouns that tell a gender where they are the head: "her son", not "the son's lawyer". */
export const maleNouns = set(
  'son brother father dad husband uncle nephew grandfather grandson widower boyfriend fiancé boy man gentleman schoolboy fisherman policeman fireman salesman workman headmaster stepfather father-in-law',
);
export const femaleNouns = set(
  'daughter sister mother mum mom wife aunt niece grandmother granddaughter widow girlfriend fiancée girl woman schoolgirl actress waitress stewardess headmistress policewoman nun stepmother mother-in-law',
);

/** Nouns for one person. Words in -man, -woman, -person, -er and -ist are taken besides, see `isPersonNoun`. */
export const personNouns = set(
  `official guard dean provost rector vicar canon curate spokesman spokeswoman spokesperson president minister senator governor mayor judge chairman chairwoman chair director chief leader secretary
  ambassador general colonel captain commander officer professor doctor lawyer attorney prosecutor analyst economist expert author writer critic scientist
  researcher strategist adviser advisor aide candidate nominee diplomat envoy executive founder owner manager coach player captain teacher student resident voter master
  witness victim mother father wife husband son daughter brother sister friend man woman boy girl neighbour neighbor farmer worker employee activist advocate
  historian philosopher veteran pastor priest bishop archbishop pope king queen prince princess premier chancellor lawmaker congressman congresswoman
  representative delegate negotiator investigator inspector sheriff constable detective counsel defendant suspect plaintiff source insider veteran head boss
  surgeon neurosurgeon entrepreneur nurse pilot frontrunner front-runner newcomer native billionaire
  host anchor moderator reporter journalist editor columnist correspondent director member counsel guest ceo cfo organizer organiser broker
  deacon archdeacon abbot abbess prior nun monk friar vicar rector curate chaplain rabbi imam cleric cardinal missionary preacher
  duke duchess earl baron baroness count countess marquess emir sultan regent emperor empress tsar monarch
  captain lieutenant sergeant corporal major brigadier admiral marshal soldier sailor airman conscript recruit medic gunner sniper commandant warden
  sailor skipper mariner trawlerman bosun steward stewardess driver rider jockey cyclist trainer footballer goalkeeper striker defender midfielder referee umpire athlete skater swimmer runner wrestler boxer
  midwife coroner bailiff usher juror magistrate solicitor barrister notary clerk registrar auditor accountant banker trader dealer
  landlord landlady tenant lodger caretaker janitor porter gardener plumber electrician carpenter builder mason painter baker butcher chef cook waiter waitress
  shepherd fisher fisherman beekeeper vintner brewer miner welder mechanic engineer technician architect designer surveyor planner
  chemist physicist biologist geologist astronomer zoologist botanist mathematician statistician psychologist psychiatrist dentist pharmacist vet therapist paramedic
  poet novelist playwright composer conductor singer soprano tenor musician pianist guitarist drummer dancer actor actress artist sculptor photographer filmmaker producer publisher librarian curator archivist
  uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter widow widower fiance fiancee bride groom orphan survivor pensioner toddler teenager youth
  prisoner inmate detainee hostage refugee migrant smuggler thief burglar gunman defector deserter rebel militant hacker whistleblower informant eyewitness bystander passer-by
  mayor councillor councilor alderman treasurer deputy undersecretary attache consul commissioner ombudsman registrar headteacher headmaster headmistress principal pupil lecturer tutor scholar shopkeeper grocer barber hairdresser tailor jeweller farmhand stallholder`,
);

/** Nouns for several people, or a body of them, without a name. */
export const groupNouns = set(
  `officials sources people authorities police experts analysts critics lawmakers senators republicans democrats voters residents supporters opponents witnesses
  scientists researchers economists lawyers prosecutors investigators aides advisers advisors leaders members students players workers employees families parents
  friends activists advocates protesters demonstrators neighbours neighbors diplomats ministers politicians observers historians doctors nurses teachers others
  some many several most few allies conservatives liberals progressives americans canadians respondents executives investors strategists insiders women men children delegates groups campaigners organisations organizations
  proponents skeptics sceptics detractors backers rivals worshippers worshipers lenders customers consumers commuters growers villagers islanders taxpayers homeowners
  developers fans coaches regulators insurgents fighters protestors visitors travellers passengers onlookers mourners academics midwives firefighters rescuers carers
  caregivers patients clients colleagues relatives staffers forecasters pollsters electors mediators users gamers bloggers influencers celebrities commoners`,
);

/** Words that make a name one of an organisation. */
export const organizationWords = set(
  `ministry department university college institute institution council committee commission agency authority association federation union party bank company
  corporation corp inc ltd llc plc group court congress parliament senate house office bureau service services police force army navy foundation fund center centre
  board organization organisation alliance coalition campaign club league team society network news times post press journal herald tribune daily gazette
  school hospital administration government cabinet embassy church museum airlines airways motors industries systems technologies partners associates
  international national assembly command guard initiative project program programme trust exchange chamber caucus pac forum conference society observatory
  media television radio magazine studies research pentagon kremlin nations treasury
  inspectorate directorate secretariat tribunal academy theatre theater diocese archdiocese parish orchestra registry regulator cooperative co-operative confederation
  brigade regiment constabulary fisheries railways`,
);

/** Words by which a name is a company's; its first word alone then means the company ("Verrinol" for "Verrinol Chemicals"). */
export const companyWords = set(
  `chemicals group airlines airways motors industries systems technologies partners associates company corporation corp inc ltd llc plc holdings holding
  pharmaceuticals pharma laboratories labs foods stores brands beverages breweries brewing energy petroleum oil gas mining minerals metals steel power
  utilities insurance assurance financial securities investments ventures equity properties realty estates developments builders construction engineering
  railway rail shipping lines logistics freight aerospace aviation aircraft automotive electronics semiconductor semiconductors software telecom telecommunications
  communications mobile wireless solutions interactive entertainment pictures studios records hotels resorts retail supermarkets pharmacies bank bancorp
  biotech therapeutics biosciences biologics genomics robotics analytics diagnostics materials plastics paper timber textiles apparel`,
);

/** Organisations known by one word or by initials that no rule tells from a person's surname. */
export const knownOrganizations: ReadonlySet<string> = new Set([
  'white house',
  ...set(
    'nato un eu who imf opec google facebook twitter apple microsoft amazon huawei tesla pentagon kremlin unesco unicef interpol hamas hezbollah reuters bloomberg politico',
  ),
]);

/** Common nouns that stand for an organisation named before: "the ministry", "the company". */
export const organizationNouns = set(
  'company utility manufacturer carmaker automaker airline retailer ministry agency department government party group organization organisation committee commission council court bank union university school firm alliance bloc newspaper paper network campaign administration city province country outlet broadcaster team club police hospital institute association foundation board office bureau',
);

/** Those of them that may mean any body; "the police" and "the hospital" mean one that is called so, or no one named. */
export const anyBodyNouns = set(
  'company utility manufacturer carmaker automaker airline retailer firm agency group organization organisation alliance bloc newspaper paper network outlet broadcaster association team club foundation institute',
);

/** Those of them that mean a medium. */
export const mediaNouns = set('newspaper paper outlet broadcaster network station magazine');

/** Words by which a name is a medium's. */
export const mediaWords = set(
  'news times post press journal herald tribune daily gazette radio television tv magazine chronicle globe courier mail weekly guardian telegraph observer lantern beacon ledger dispatch sentinel examiner inquirer broadcasting',
);

/** Names with these words are no company's: "the company" is somebody else. */
export const publicWords = set(
  'inspectorate directorate secretariat regulator tribunal service ministry department hospital court university college police government parliament senate congress council school church army navy nations party union court commission city embassy cabinet office',
);

/** Nouns for people by what they are to others or to what happened: "the Christie supporter" is not who was named before. */
export const sideNouns = set(
  `supporter opponent rival critic aide ally friend adviser advisor assistant colleague partner successor predecessor wife husband mother father sister brother son
  daughter cousin neighbour neighbor girlfriend boyfriend relative widow lawyer attorney client suspect victim defendant plaintiff accused witness caller driver
  passenger survivor attacker gunman shooter culprit complainant patient customer voter viewer reader listener interviewer questioner moderator host reporter
  journalist interpreter translator speaker source insider owner other one`,
);

/** One of a party: "the Kentucky Republican". */
export const adherents = set(
  'republican democrat liberal conservative tory socialist communist independent libertarian green nationalist unionist marxist leftist centrist moderate progressive',
);

/** One of a people without a country of its own, or of a city or state. */
export const peoples = set(
  'kurd kiwi aussie yorkshireman londoner parisian berliner texan californian torontonian montrealer ontarian albertan',
);

/** Words for a body's own part, which belongs to whoever "his" and "its" mean: "his office", "its embassy". */
export const officeNouns = set(
  'office ministry department team campaign administration staff party government lawyers company cabinet',
);

export const isPersonNoun = (word: string): boolean =>
  personNouns.has(word) || /(?:man|woman|person|ologist|ician|keeper|holder)$/.test(word);
export const isGroupNoun = (word: string): boolean =>
  groupNouns.has(word) ||
  (word.endsWith('s') && isPersonNoun(word.slice(0, -1))) ||
  /(?:men|women|ologists|icians|ists)$/.test(word);
