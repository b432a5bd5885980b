/** Titles that stand right before a person's name. */
export const titles = `
mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor doctor sir dame lord lady baron baroness count duke rev rev. reverend father sister brother fr. sen sen. senator
rep rep. representative congressman congresswoman gov gov. governor president premier chancellor king queen prince princess emperor empress pope
mayor judge justice general gen. colonel col. captain capt. lieutenant lt. sergeant sgt. sgt major maj. admiral adm. commander cmdr. corporal private
officer constable inspector superintendent secretary ambassador chairman chairwoman director speaker coach councillor councilman sheriff archbishop
bishop cardinal rabbi imam ayatollah sheikh minister deputy attorney spokesman spokeswoman spokesperson saint st. aunt uncle grandma grandpa
`;

/** What people are called by their work, before or after a name. */
export const roles = `
actor actress activist advocate adviser advisor aide analyst anchor architect artist astronaut astronomer athlete author banker biologist boss
broker candidate carpenter chair champion chef chemist chief climber columnist comedian commentator commissioner composer correspondent critic
dancer defender delegate designer detective developer diplomat driver economist editor engineer entrepreneur envoy executive expert farmer
filmmaker founder goalkeeper guitarist head historian host journalist lawmaker lawyer leader lecturer linguist manager mathematician musician
negotiator novelist nurse official owner painter pastor philosopher photographer physician physicist pianist pilot player playwright poet police
politician priest prosecutor psychologist rapper referee reporter researcher scholar scientist sculptor singer skier soldier songwriter
spokesman striker student surgeon teacher winger witness writer wrestler
`;

/** Words by which a name is an organisation's. */
export const organizationWords = `
academy administration army agency airlines airways alliance assembly associates association authority bank board brigade broadcasting brothers bureau
cabinet campaign center centre chamber club co co. coalition college command commission committee communications company conference congress
consortium consulate cooperative corp corp. corporation corps council court department directorate division embassy enterprises establishment
exchange federation fc firm force forces foundation front fund gazette government group guild herald holdings hospital house inc inc. industries
initiative institute institution international journal laboratories laboratory league limited llc llp ltd ltd. media ministry mission navy motors movement
museum network news newspaper observatory office orchestra organisation organization parliament partners partnership party plc police post press
program programme project radio records regiment registry review school secretariat senate service services society studios systems team
technologies television times treasury tribunal tribune trust union united university ventures
`;

/** Words by which a name is a place's. */
export const placeWords = `
abbey airport archipelago avenue basin bay beach boulevard bridge building canal canyon cape castle cathedral cave church cemetery city coast continent county
creek delta desert district drive east falls farm fjord forest garden gardens gulf hall harbor harbour heights highway hill hills hotel island islands
isle isthmus junction lagoon lake lakes lane mall mansion market monument mosque mount mountain mountains neighborhood north northeast northern northwest
ocean palace park pass peak peninsula plateau plaza point pond port prefecture province range reef region reserve reservoir ridge river road
room route sea shore sanctuary sands shrine south southeast southern southwest square stadium state station strait street suburb temple terminal territory theater
theatre tower town trail tunnel valley village volcano way west western woods zoo
`;

/** Cities and parts of countries that news names often, beside the capitals of the gazetteer. */
export const places = `
Aberdeen; Alabama; Alaska; Alberta; Aleppo; Alexandria; Almaty; Anatolia; Andalusia; Antwerp; Arizona; Arkansas; Atlanta; Auckland; Austin; Bakhmut; Bali; Baltimore;
Bangalore; Barcelona; Basel; Basra; Bavaria; Belfast; Benghazi; Bengaluru; Bergen; Birmingham; Bohemia; Bologna; Bombay; Bordeaux; Boston; Brisbane; Bristol;
British Columbia; Brittany; Brooklyn; Bronx; Bucha; Buffalo; Busan; Calais; Calcutta; Calgary; California; Cambridge; Cardiff; Casablanca; Catalonia; Charlotte; Chechnya;
Chennai; Chernobyl; Chicago; Chiapas; Chongqing; Cincinnati; Cleveland; Cologne; Colorado; Connecticut; Cornwall; Corsica; Crete; Crimea; Dagestan; Dallas; Darfur; Delaware;
Denver; Detroit; Dnipro; Donbas; Donbass; Donetsk; Dortmund; Dresden; Dubai; Durban; Düsseldorf; Edinburgh; Edmonton; Essex; Fallujah; Florence; Florida; Frankfurt; Fukushima;
Galicia; Gdansk; Geneva; Genoa; Ghent; Glasgow; Goma; Gothenburg; Guangdong; Guangzhou; Guantanamo; Guayaquil; Haifa; Halifax; Hamburg; Hanover; Harlem; Hawaii; Hebron; Helmand;
Herat; Hiroshima; Ho Chi Minh City; Hokkaido; Hollywood; Houston; Hyderabad; Idaho; Idlib; Illinois; Indiana; Indianapolis; Iowa; Irbil; Isfahan; Istanbul; Izmir; Jaffa; Jeddah;
Jenin; Johannesburg; Kabylia; Kaliningrad; Kandahar; Kansas; Karachi; Kashmir; Kazan; Kent; Kentucky; Kharkiv; Kherson; Khan Younis; Kobe; Kolkata; Krakow; Kunduz; Kurdistan; Kyoto; Lagos;
Lahore; Lancashire; Las Vegas; Leeds; Leipzig; Liverpool; Lombardy; Long Island; Los Angeles; Louisiana; Louisville; Lucknow; Luhansk; Lviv; Lyon; Maine; Manchester; Manhattan; Manitoba;
Marseille; Mariupol; Maryland; Massachusetts; Mecca; Medina; Melbourne; Memphis; Miami; Michigan; Milan; Milwaukee; Mindanao; Minneapolis; Minnesota; Mississippi; Missouri; Mombasa;
Montana; Monterrey; Montreal; Mosul; Mumbai; Munich; Nagasaki; Nagoya; Nairobi; Najaf; Nanjing; Naples; Nashville; Nebraska; Nevada; New Brunswick; New England; New Hampshire;
New Jersey; New Mexico; New Orleans; New South Wales; New York; New York City; Newark; Newcastle; Newfoundland; Norfolk; Normandy; North Carolina; North Dakota; Nottingham;
Nova Scotia; Nuremberg; Oakland; Odesa; Odessa; Ohio; Okinawa; Oklahoma; Ontario; Oregon; Orlando; Osaka; Oxford; Palermo; Palmyra; Patagonia; Pennsylvania; Perth; Peshawar;
Philadelphia; Phoenix; Pittsburgh; Pokrovsk; Portland; Porto; Portsmouth; Provence; Punjab; Quebec; Queens; Queensland; Qom; Rafah; Rakhine; Raqqa; Rhode Island; Rio de Janeiro; Rotterdam;
Sacramento; Saint Petersburg; Salzburg; Samara; Samarkand; San Antonio; San Diego; San Francisco; San Jose; Sao Paulo; Sardinia; Saskatchewan; Saxony; Scandinavia; Seattle; Sevastopol;
Seville; Shanghai; Sheffield; Shenzhen; Shiraz; Siberia; Sichuan; Sicily; Silicon Valley; Sindh; Sinai; Somaliland; South Carolina; South Dakota; South Ossetia; Abkhazia; Southampton;
St. Louis; St. Petersburg; Strasbourg; Stuttgart; Suez; Sumatra; Surrey; Sussex; Swansea; Sydney; Tabriz; Tampa; Tasmania; Tel Aviv; Tennessee; Texas; Thessaloniki; Tianjin; Tibet;
Tigray; Timbuktu; Tijuana; Toledo; Toronto; Transnistria; Transylvania; Turin; Tuscany; Tyrol; Ulster; Utah; Utrecht; Valencia; Vancouver; Venice; Verona; Vermont; Virginia; Vladivostok;
Volgograd; Wall Street; West Virginia; Winnipeg; Wisconsin; Wuhan; Wyoming; Xinjiang; Yokohama; York; Yorkshire; Zanzibar; Zaporizhzhia; Zurich;
Africa; Antarctica; Arabia; Asia; Europe; North America; South America; Latin America; Central America; Oceania; Middle East; Far East; Southeast Asia; Central Asia; Balkans; Caucasus;
Caribbean; Mediterranean; Baltic; Arctic; Sahara; Sahel; Atlantic; Pacific; Indian Ocean; Black Sea; Red Sea; South China Sea; Persian Gulf; Gulf of Mexico; Horn of Africa; Strait of Hormuz;
Alps; Andes; Himalayas; Rocky Mountains; Amazon; Nile; Danube; Rhine; Volga; Thames; Mekong; Ganges; Everest; Mars; Earth
`;
