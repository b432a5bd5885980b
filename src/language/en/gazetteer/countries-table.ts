/**
 * Countries and territories of ISO 3166-1, and Kosovo (XK, assigned by its users), a row each:
 *
 *   alpha-2 | alpha-3 | Wikidata | names | adjectives | one of its people/several | capital | what else stands for its government
 *
 * The first name is the common one. "=Q1" after a capital is its Wikidata id. The first capital is the capital; others
 * are other spellings, former names, and seats of government that are no capital ("The Hague"). "?" marks what also
 * means something else: another country ("Congo"), a person ("Jordan"), a state of another country ("Georgia"), a bird
 * ("Turkey"). "~" marks the name of a part ("Scotland"). "The" is written where the name is not told without it.
 *
 * Names, adjectives and metonyms were written for this project. Codes and Wikidata ids are facts, checked against
 * public tables; see docs/decisions/syntax.md, "Gazetteer".
 */
export const countriesTable = `
AD | AND | Q228 | Andorra; Principality of Andorra | Andorran | Andorran/Andorrans | Andorra la Vella=Q1863
AE | ARE | Q878 | United Arab Emirates; UAE; Emirates? | Emirati | Emirati/Emiratis | Abu Dhabi=Q1519
AF | AFG | Q889 | Afghanistan; Islamic Republic of Afghanistan; Islamic Emirate of Afghanistan | Afghan | Afghan/Afghans | Kabul=Q5838
AG | ATG | Q781 | Antigua and Barbuda; Antigua & Barbuda; Antigua? | Antiguan; Barbudan | Antiguan/Antiguans; Barbudan/Barbudans | St. John's?=Q36262; Saint John's?
AI | AIA | Q25228 | Anguilla | Anguillan | Anguillan/Anguillans | The Valley?
AL | ALB | Q222 | Albania; Republic of Albania | Albanian | Albanian/Albanians | Tirana=Q19689
AM | ARM | Q399 | Armenia; Republic of Armenia | Armenian | Armenian/Armenians | Yerevan=Q1953
AO | AGO | Q916 | Angola; Republic of Angola | Angolan | Angolan/Angolans | Luanda=Q3897
AQ | ATA | Q51 | Antarctica | Antarctic
AR | ARG | Q414 | Argentina; Argentine Republic; Argentine? | Argentine; Argentinian; Argentinean | Argentine/Argentines; Argentinian/Argentinians | Buenos Aires=Q1486 | Casa Rosada
AS | ASM | Q16641 | American Samoa | American Samoan | American Samoan/American Samoans | Pago Pago
AT | AUT | Q40 | Austria; Republic of Austria | Austrian | Austrian/Austrians | Vienna=Q1741 | Ballhausplatz
AU | AUS | Q408 | Australia; Commonwealth of Australia | Australian; Aussie | Australian/Australians; Aussie/Aussies | Canberra=Q3114
AW | ABW | Q21203 | Aruba | Aruban | Aruban/Arubans | Oranjestad?
AX | ALA | Q5689 | Åland Islands; Åland | Ålandic | Ålander/Ålanders | Mariehamn
AZ | AZE | Q227 | Azerbaijan; Republic of Azerbaijan | Azerbaijani; Azeri | Azerbaijani/Azerbaijanis; Azeri/Azeris | Baku=Q9248
BA | BIH | Q225 | Bosnia and Herzegovina; Bosnia & Herzegovina; Bosnia-Herzegovina; Bosnia; BiH | Bosnian; Herzegovinian | Bosnian/Bosnians; Herzegovinian/Herzegovinians | Sarajevo=Q11194
BB | BRB | Q244 | Barbados | Barbadian; Bajan | Barbadian/Barbadians; Bajan/Bajans | Bridgetown=Q36168
BD | BGD | Q902 | Bangladesh; People's Republic of Bangladesh | Bangladeshi | Bangladeshi/Bangladeshis | Dhaka=Q1354
BE | BEL | Q31 | Belgium; Kingdom of Belgium | Belgian | Belgian/Belgians | Brussels?=Q239
BF | BFA | Q965 | Burkina Faso; Burkina | Burkinabe | Burkinabe/Burkinabes | Ouagadougou=Q3777
BG | BGR | Q219 | Bulgaria; Republic of Bulgaria | Bulgarian | Bulgarian/Bulgarians | Sofia?=Q472
BH | BHR | Q398 | Bahrain; Kingdom of Bahrain | Bahraini | Bahraini/Bahrainis | Manama=Q3882
BI | BDI | Q967 | Burundi; Republic of Burundi | Burundian | Burundian/Burundians | Gitega=Q167551; Bujumbura=Q3854
BJ | BEN | Q962 | Benin; Republic of Benin | Beninese | Beninese/Beninese | Porto-Novo=Q3799; Cotonou=Q43595
BL | BLM | Q25362 | Saint Barthélemy; St. Barthélemy; St. Barts
BM | BMU | Q23635 | Bermuda | Bermudian; Bermudan | Bermudian/Bermudians | Hamilton?
BN | BRN | Q921 | Brunei; Brunei Darussalam | Bruneian | Bruneian/Bruneians | Bandar Seri Begawan=Q9279
BO | BOL | Q750 | Bolivia; Plurinational State of Bolivia | Bolivian | Bolivian/Bolivians | Sucre?=Q2907; La Paz
BQ | BES | Q27561 | Caribbean Netherlands; Bonaire, Sint Eustatius and Saba; Bonaire~
BR | BRA | Q155 | Brazil; Federative Republic of Brazil | Brazilian | Brazilian/Brazilians | Brasília=Q2844 | Planalto; Planalto Palace
BS | BHS | Q778 | Bahamas; Commonwealth of the Bahamas | Bahamian | Bahamian/Bahamians | Nassau?=Q2467
BT | BTN | Q917 | Bhutan; Kingdom of Bhutan | Bhutanese | Bhutanese/Bhutanese | Thimphu=Q9270
BV | BVT | Q23408 | Bouvet Island
BW | BWA | Q963 | Botswana; Republic of Botswana | Botswanan; Motswana | Motswana/Batswana; Botswanan/Botswanans | Gaborone=Q3919
BY | BLR | Q184 | Belarus; Republic of Belarus; Byelorussia | Belarusian; Belarussian | Belarusian/Belarusians | Minsk=Q2280
BZ | BLZ | Q242 | Belize | Belizean | Belizean/Belizeans | Belmopan=Q3043
CA | CAN | Q16 | Canada | Canadian | Canadian/Canadians | Ottawa=Q1930 | Parliament Hill; Rideau Hall
CC | CCK | Q36004 | Cocos Islands; Keeling Islands
CD | COD | Q974 | Democratic Republic of the Congo; Democratic Republic of Congo; DR Congo; DRC; Congo?; Congo-Kinshasa; Zaire | Congolese? | Congolese?/Congolese? | Kinshasa=Q3838
CF | CAF | Q929 | Central African Republic; CAR? | Central African | Central African/Central Africans | Bangui=Q3832
CG | COG | Q971 | Republic of the Congo; Republic of Congo; Congo-Brazzaville; Congo? | Congolese? | Congolese?/Congolese? | Brazzaville=Q3844
CH | CHE | Q39 | Switzerland; Swiss Confederation | Swiss | Swiss/Swiss | Bern=Q70; Berne
CI | CIV | Q1008 | Ivory Coast; Côte d'Ivoire; Republic of Côte d'Ivoire | Ivorian | Ivorian/Ivorians | Yamoussoukro=Q3768; Abidjan=Q1515
CK | COK | Q26988 | Cook Islands | Cook Island | Cook Islander/Cook Islanders | Avarua
CL | CHL | Q298 | Chile; Republic of Chile | Chilean | Chilean/Chileans | Santiago?=Q2887; Santiago de Chile | La Moneda
CM | CMR | Q1009 | Cameroon; Republic of Cameroon | Cameroonian | Cameroonian/Cameroonians | Yaoundé=Q3808
CN | CHN | Q148 | China; People's Republic of China; PRC; Mainland China; Communist China | Chinese | Chinese/Chinese | Beijing=Q956; Peking | Zhongnanhai
CO | COL | Q739 | Colombia; Republic of Colombia | Colombian | Colombian/Colombians | Bogotá=Q2841
CR | CRI | Q800 | Costa Rica; Republic of Costa Rica | Costa Rican | Costa Rican/Costa Ricans | San José?=Q3070
CU | CUB | Q241 | Cuba; Republic of Cuba | Cuban | Cuban/Cubans | Havana=Q1563
CV | CPV | Q1011 | Cape Verde; Cabo Verde; Republic of Cabo Verde | Cape Verdean; Cabo Verdean | Cape Verdean/Cape Verdeans | Praia=Q3751
CW | CUW | Q25279 | Curaçao | Curaçaoan | Curaçaoan/Curaçaoans | Willemstad=Q132679
CX | CXR | Q31063 | Christmas Island |  | Christmas Islander/Christmas Islanders
CY | CYP | Q229 | Cyprus; Republic of Cyprus | Cypriot; Greek Cypriot | Cypriot/Cypriots; Greek Cypriot/Greek Cypriots | Nicosia=Q3856
CZ | CZE | Q213 | Czechia; Czech Republic | Czech | Czech/Czechs | Prague=Q1085 | Prague Castle
DE | DEU | Q183 | Germany; Federal Republic of Germany; FRG | German | German/Germans | Berlin=Q64
DJ | DJI | Q977 | Djibouti; Republic of Djibouti | Djiboutian | Djiboutian/Djiboutians | Djibouti=Q3604; Djibouti City
DK | DNK | Q35 | Denmark; Kingdom of Denmark | Danish | Dane/Danes | Copenhagen=Q1748 | Christiansborg
DM | DMA | Q784 | Dominica; Commonwealth of Dominica | Dominican? | Dominican?/Dominicans? | Roseau=Q36281
DO | DOM | Q786 | Dominican Republic | Dominican? | Dominican?/Dominicans? | Santo Domingo=Q34820
DZ | DZA | Q262 | Algeria; People's Democratic Republic of Algeria | Algerian | Algerian/Algerians | Algiers=Q3561
EC | ECU | Q736 | Ecuador; Republic of Ecuador | Ecuadorian; Ecuadorean | Ecuadorian/Ecuadorians; Ecuadorean/Ecuadoreans | Quito=Q2900
EE | EST | Q191 | Estonia; Republic of Estonia | Estonian | Estonian/Estonians | Tallinn=Q1770
EG | EGY | Q79 | Egypt; Arab Republic of Egypt | Egyptian | Egyptian/Egyptians | Cairo=Q85
EH | ESH | Q6250 | Western Sahara; Sahrawi Arab Democratic Republic | Sahrawi; Saharawi | Sahrawi/Sahrawis | Laayoune=Q47837; El Aaiún
ER | ERI | Q986 | Eritrea; State of Eritrea | Eritrean | Eritrean/Eritreans | Asmara=Q3642
ES | ESP | Q29 | Spain; Kingdom of Spain | Spanish | Spaniard/Spaniards | Madrid=Q2807 | Moncloa; Moncloa Palace; Zarzuela
ET | ETH | Q115 | Ethiopia; Federal Democratic Republic of Ethiopia | Ethiopian | Ethiopian/Ethiopians | Addis Ababa=Q3624
FI | FIN | Q33 | Finland; Republic of Finland | Finnish | Finn/Finns | Helsinki=Q1757
FJ | FJI | Q712 | Fiji; Republic of Fiji | Fijian | Fijian/Fijians | Suva=Q38807
FK | FLK | Q9648 | Falkland Islands; Falklands | Falkland Island | Falkland Islander/Falkland Islanders | Stanley?; Port Stanley
FM | FSM | Q702 | Micronesia; Federated States of Micronesia | Micronesian | Micronesian/Micronesians | Palikir=Q42751
FO | FRO | Q4628 | Faroe Islands; Faroes; Faeroe Islands | Faroese | Faroese/Faroese | Tórshavn
FR | FRA | Q142 | France; French Republic | French | Frenchman/Frenchmen; Frenchwoman/Frenchwomen | Paris=Q90 | Élysée; Élysée Palace; Matignon; Quai d'Orsay
GA | GAB | Q1000 | Gabon; Gabonese Republic | Gabonese | Gabonese/Gabonese | Libreville=Q3825
GB | GBR | Q145 | United Kingdom; UK; Britain; Great Britain; United Kingdom of Great Britain and Northern Ireland; England~; Scotland~; Wales~; Northern Ireland~ | British; English?; Scottish?; Welsh?; Northern Irish | Briton/Britons; Brit?/Brits; Englishman/Englishmen; Scot?/Scots; Welshman/Welshmen | London=Q84 | Downing Street; 10 Downing Street; Number 10; No. 10; Whitehall; Westminster?; Buckingham Palace?
GD | GRD | Q769 | Grenada | Grenadian | Grenadian/Grenadians | St. George's?=Q41547; Saint George's?
GE | GEO | Q230 | Georgia?; Republic of Georgia | Georgian? | Georgian?/Georgians? | Tbilisi=Q994
GF | GUF | Q3769 | French Guiana | French Guianese; Guianese | Guianese/Guianese | Cayenne
GG | GGY | Q25230 | Guernsey |  |  | Saint Peter Port; St. Peter Port
GH | GHA | Q117 | Ghana; Republic of Ghana | Ghanaian | Ghanaian/Ghanaians | Accra=Q3761 | Jubilee House
GI | GIB | Q1410 | Gibraltar | Gibraltarian | Gibraltarian/Gibraltarians
GL | GRL | Q223 | Greenland | Greenlandic | Greenlander/Greenlanders | Nuuk
GM | GMB | Q1005 | Gambia; Republic of the Gambia | Gambian | Gambian/Gambians | Banjul=Q3726
GN | GIN | Q1006 | Guinea; Republic of Guinea; Guinea-Conakry | Guinean | Guinean/Guineans | Conakry=Q3733
GP | GLP | Q17012 | Guadeloupe | Guadeloupean | Guadeloupean/Guadeloupeans | Basse-Terre?
GQ | GNQ | Q983 | Equatorial Guinea; Republic of Equatorial Guinea | Equatorial Guinean; Equatoguinean | Equatorial Guinean/Equatorial Guineans | Malabo=Q3818
GR | GRC | Q41 | Greece; Hellenic Republic | Greek; Hellenic | Greek/Greeks | Athens=Q1524
GS | SGS | Q35086 | South Georgia and the South Sandwich Islands
GT | GTM | Q774 | Guatemala; Republic of Guatemala | Guatemalan | Guatemalan/Guatemalans | Guatemala City=Q1555
GU | GUM | Q16635 | Guam | Guamanian | Guamanian/Guamanians | Hagåtña
GW | GNB | Q1007 | Guinea-Bissau; Republic of Guinea-Bissau | Bissau-Guinean; Guinea-Bissauan | Bissau-Guinean/Bissau-Guineans | Bissau=Q3739
GY | GUY | Q734 | Guyana; Co-operative Republic of Guyana | Guyanese | Guyanese/Guyanese | Georgetown?=Q10717
HK | HKG | Q8646 | Hong Kong; Hong Kong SAR | Hong Kong | Hong Konger/Hong Kongers; Hongkonger/Hongkongers
HM | HMD | Q131198 | Heard Island and McDonald Islands
HN | HND | Q783 | Honduras; Republic of Honduras | Honduran | Honduran/Hondurans | Tegucigalpa=Q3238
HR | HRV | Q224 | Croatia; Republic of Croatia | Croatian; Croat | Croatian/Croatians; Croat/Croats | Zagreb=Q1435
HT | HTI | Q790 | Haiti; Republic of Haiti | Haitian | Haitian/Haitians | Port-au-Prince=Q34261
HU | HUN | Q28 | Hungary | Hungarian; Magyar? | Hungarian/Hungarians | Budapest=Q1781
ID | IDN | Q252 | Indonesia; Republic of Indonesia | Indonesian | Indonesian/Indonesians | Jakarta=Q3630 | Istana Merdeka
IE | IRL | Q27 | Ireland; Republic of Ireland; Irish Republic; Eire | Irish | Irishman/Irishmen; Irishwoman/Irishwomen | Dublin=Q1761 | Leinster House; Áras an Uachtaráin
IL | ISR | Q801 | Israel; State of Israel | Israeli | Israeli/Israelis | Jerusalem=Q1218 | Tel Aviv
IM | IMN | Q9676 | Isle of Man | Manx | Manxman/Manxmen | Douglas?
IN | IND | Q668 | India; Republic of India; Bharat | Indian? | Indian?/Indians? | New Delhi=Q987; Delhi | Raisina Hill; South Block; Rashtrapati Bhavan
IO | IOT | Q43448 | British Indian Ocean Territory; Chagos Islands; Chagos Archipelago; Diego Garcia~ | Chagossian | Chagossian/Chagossians
IQ | IRQ | Q796 | Iraq; Republic of Iraq | Iraqi | Iraqi/Iraqis | Baghdad=Q1530
IR | IRN | Q794 | Iran; Islamic Republic of Iran; Islamic Republic?; Persia | Iranian; Persian? | Iranian/Iranians | Tehran=Q3616; Teheran
IS | ISL | Q189 | Iceland | Icelandic | Icelander/Icelanders | Reykjavík=Q1764
IT | ITA | Q38 | Italy; Italian Republic | Italian | Italian/Italians | Rome=Q220 | Palazzo Chigi; Quirinal; Quirinale; Farnesina
JE | JEY | Q785 | Jersey? |  |  | Saint Helier; St. Helier
JM | JAM | Q766 | Jamaica | Jamaican | Jamaican/Jamaicans | Kingston?=Q34692
JO | JOR | Q810 | Jordan?; Hashemite Kingdom of Jordan | Jordanian | Jordanian/Jordanians | Amman=Q3805
JP | JPN | Q17 | Japan | Japanese | Japanese/Japanese | Tokyo=Q1490 | Kantei; Nagatacho; Kasumigaseki
KE | KEN | Q114 | Kenya; Republic of Kenya | Kenyan | Kenyan/Kenyans | Nairobi=Q3870
KG | KGZ | Q813 | Kyrgyzstan; Kyrgyz Republic; Kirghizia | Kyrgyz; Kyrgyzstani | Kyrgyz/Kyrgyz; Kyrgyzstani/Kyrgyzstanis | Bishkek=Q9361
KH | KHM | Q424 | Cambodia; Kingdom of Cambodia; Kampuchea | Cambodian; Khmer? | Cambodian/Cambodians | Phnom Penh=Q1850
KI | KIR | Q710 | Kiribati; Republic of Kiribati | I-Kiribati; Kiribatian | I-Kiribati/I-Kiribati | South Tarawa=Q131233; Tarawa
KM | COM | Q970 | Comoros; Union of the Comoros | Comorian; Comoran | Comorian/Comorians | Moroni=Q3901
KN | KNA | Q763 | Saint Kitts and Nevis; St. Kitts and Nevis; St. Kitts & Nevis; St. Kitts | Kittitian; Nevisian | Kittitian/Kittitians; Nevisian/Nevisians | Basseterre=Q41295
KP | PRK | Q423 | North Korea; Democratic People's Republic of Korea; DPRK; N. Korea | North Korean | North Korean/North Koreans | Pyongyang=Q18808
KR | KOR | Q884 | South Korea; Republic of Korea; ROK; S. Korea; Korea? | South Korean; Korean? | South Korean/South Koreans; Korean?/Koreans? | Seoul=Q8684 | Blue House; Cheong Wa Dae
KW | KWT | Q817 | Kuwait; State of Kuwait | Kuwaiti | Kuwaiti/Kuwaitis | Kuwait City=Q35178
KY | CYM | Q5785 | Cayman Islands; Caymans | Caymanian | Caymanian/Caymanians | George Town?
KZ | KAZ | Q232 | Kazakhstan; Republic of Kazakhstan | Kazakh; Kazakhstani | Kazakh/Kazakhs; Kazakhstani/Kazakhstanis | Astana=Q1520; Nur-Sultan | Akorda
LA | LAO | Q819 | Laos; Lao People's Democratic Republic; Lao PDR | Laotian; Lao | Laotian/Laotians; Lao/Lao | Vientiane=Q9326
LB | LBN | Q822 | Lebanon; Lebanese Republic | Lebanese | Lebanese/Lebanese | Beirut=Q3820 | Grand Serail
LC | LCA | Q760 | Saint Lucia; St. Lucia | Saint Lucian; St. Lucian | Saint Lucian/Saint Lucians; St. Lucian/St. Lucians | Castries=Q41699
LI | LIE | Q347 | Liechtenstein; Principality of Liechtenstein | Liechtenstein | Liechtensteiner/Liechtensteiners | Vaduz=Q1844
LK | LKA | Q854 | Sri Lanka; Ceylon; Democratic Socialist Republic of Sri Lanka | Sri Lankan | Sri Lankan/Sri Lankans | Colombo=Q35381; Sri Jayawardenepura Kotte=Q41963
LR | LBR | Q1014 | Liberia; Republic of Liberia | Liberian | Liberian/Liberians | Monrovia=Q3748
LS | LSO | Q1013 | Lesotho; Kingdom of Lesotho | Basotho | Mosotho/Basotho | Maseru=Q3909
LT | LTU | Q37 | Lithuania; Republic of Lithuania | Lithuanian | Lithuanian/Lithuanians | Vilnius=Q216
LU | LUX | Q32 | Luxembourg; Luxemburg; Grand Duchy of Luxembourg | Luxembourgish; Luxembourgian; Luxembourg | Luxembourger/Luxembourgers | Luxembourg City=Q1842
LV | LVA | Q211 | Latvia; Republic of Latvia | Latvian | Latvian/Latvians | Riga=Q1773
LY | LBY | Q1016 | Libya; State of Libya | Libyan | Libyan/Libyans | Tripoli=Q3579
MA | MAR | Q1028 | Morocco; Kingdom of Morocco | Moroccan | Moroccan/Moroccans | Rabat=Q3551
MC | MCO | Q235 | Monaco; Principality of Monaco | Monegasque; Monacan | Monegasque/Monegasques
MD | MDA | Q217 | Moldova; Republic of Moldova; Moldavia? | Moldovan | Moldovan/Moldovans | Chișinău=Q21197
ME | MNE | Q236 | Montenegro | Montenegrin | Montenegrin/Montenegrins | Podgorica=Q23564
MF | MAF | Q126125 | Saint Martin?; Collectivity of Saint Martin
MG | MDG | Q1019 | Madagascar; Republic of Madagascar | Malagasy; Madagascan | Malagasy/Malagasy | Antananarivo=Q3915
MH | MHL | Q709 | Marshall Islands; Republic of the Marshall Islands | Marshallese | Marshallese/Marshallese | Majuro=Q12919
MK | MKD | Q221 | North Macedonia; Republic of North Macedonia; Macedonia; FYROM | Macedonian?; North Macedonian | Macedonian?/Macedonians? | Skopje=Q384
ML | MLI | Q912 | Mali; Republic of Mali | Malian | Malian/Malians | Bamako=Q3703
MM | MMR | Q836 | Myanmar; Burma; Republic of the Union of Myanmar | Burmese; Myanmar | Burmese/Burmese | Naypyidaw=Q37400; Nay Pyi Taw; Rangoon; Yangon=Q37995
MN | MNG | Q711 | Mongolia | Mongolian; Mongol? | Mongolian/Mongolians; Mongol?/Mongols? | Ulaanbaatar=Q23430; Ulan Bator
MO | MAC | Q14773 | Macau; Macao; Macao SAR | Macanese | Macanese/Macanese
MP | MNP | Q16644 | Northern Mariana Islands; Northern Marianas |  |  | Saipan
MQ | MTQ | Q17054 | Martinique | Martinican; Martiniquais | Martinican/Martinicans | Fort-de-France
MR | MRT | Q1025 | Mauritania; Islamic Republic of Mauritania | Mauritanian | Mauritanian/Mauritanians | Nouakchott=Q3688
MS | MSR | Q13353 | Montserrat | Montserratian | Montserratian/Montserratians
MT | MLT | Q233 | Malta; Republic of Malta | Maltese | Maltese/Maltese | Valletta=Q23800
MU | MUS | Q1027 | Mauritius; Republic of Mauritius | Mauritian | Mauritian/Mauritians | Port Louis=Q3929
MV | MDV | Q826 | Maldives; Republic of Maldives; Republic of the Maldives | Maldivian | Maldivian/Maldivians | Malé=Q9347
MW | MWI | Q1020 | Malawi; Republic of Malawi | Malawian | Malawian/Malawians | Lilongwe=Q3876
MX | MEX | Q96 | Mexico; United Mexican States | Mexican | Mexican/Mexicans | Mexico City=Q1489 | Los Pinos
MY | MYS | Q833 | Malaysia | Malaysian | Malaysian/Malaysians | Kuala Lumpur=Q1865; Putrajaya
MZ | MOZ | Q1029 | Mozambique; Republic of Mozambique | Mozambican | Mozambican/Mozambicans | Maputo=Q3889
NA | NAM | Q1030 | Namibia; Republic of Namibia | Namibian | Namibian/Namibians | Windhoek=Q3935
NC | NCL | Q33788 | New Caledonia | New Caledonian | New Caledonian/New Caledonians | Nouméa
NE | NER | Q1032 | Niger; Republic of Niger | Nigerien | Nigerien/Nigeriens | Niamey=Q3674
NF | NFK | Q31057 | Norfolk Island |  | Norfolk Islander/Norfolk Islanders
NG | NGA | Q1033 | Nigeria; Federal Republic of Nigeria | Nigerian | Nigerian/Nigerians | Abuja=Q3787 | Aso Rock
NI | NIC | Q811 | Nicaragua; Republic of Nicaragua | Nicaraguan | Nicaraguan/Nicaraguans | Managua=Q3274
NL | NLD | Q55 | Netherlands; Holland; Kingdom of the Netherlands | Dutch | Dutchman/Dutchmen; Dutchwoman/Dutchwomen | Amsterdam=Q727; The Hague | Binnenhof
NO | NOR | Q20 | Norway; Kingdom of Norway | Norwegian | Norwegian/Norwegians | Oslo=Q585
NP | NPL | Q837 | Nepal; Federal Democratic Republic of Nepal | Nepali; Nepalese | Nepali/Nepalis; Nepalese/Nepalese | Kathmandu=Q3037 | Singha Durbar
NR | NRU | Q697 | Nauru; Republic of Nauru | Nauruan | Nauruan/Nauruans | Yaren=Q31026
NU | NIU | Q34020 | Niue | Niuean | Niuean/Niueans | Alofi
NZ | NZL | Q664 | New Zealand; Aotearoa | New Zealand; Kiwi? | New Zealander/New Zealanders; Kiwi?/Kiwis? | Wellington=Q23661 | Beehive?
OM | OMN | Q842 | Oman; Sultanate of Oman | Omani | Omani/Omanis | Muscat=Q3826
PA | PAN | Q804 | Panama; Republic of Panama | Panamanian | Panamanian/Panamanians | Panama City?=Q3306
PE | PER | Q419 | Peru; Republic of Peru | Peruvian | Peruvian/Peruvians | Lima=Q2868
PF | PYF | Q30971 | French Polynesia; Tahiti~ | French Polynesian; Tahitian | French Polynesian/French Polynesians; Tahitian/Tahitians | Papeete
PG | PNG | Q691 | Papua New Guinea; PNG; Independent State of Papua New Guinea | Papua New Guinean | Papua New Guinean/Papua New Guineans | Port Moresby=Q36526
PH | PHL | Q928 | Philippines; Republic of the Philippines | Philippine; Filipino; Pinoy | Filipino/Filipinos; Filipina/Filipinas | Manila=Q1461 | Malacañang; Malacañang Palace
PK | PAK | Q843 | Pakistan; Islamic Republic of Pakistan | Pakistani | Pakistani/Pakistanis | Islamabad=Q1362 | Rawalpindi?
PL | POL | Q36 | Poland; Republic of Poland | Polish? | Pole?/Poles? | Warsaw=Q270
PM | SPM | Q34617 | Saint Pierre and Miquelon; St. Pierre and Miquelon
PN | PCN | Q35672 | Pitcairn Islands; Pitcairn Island; Pitcairn |  | Pitcairn Islander/Pitcairn Islanders
PR | PRI | Q1183 | Puerto Rico; Commonwealth of Puerto Rico | Puerto Rican | Puerto Rican/Puerto Ricans | San Juan?=Q41211
PS | PSE | Q219060 | Palestine; State of Palestine; Palestinian Territories; Palestinian Territory; Occupied Palestinian Territory; Palestinian Authority?; West Bank~; Gaza Strip~; Gaza~ | Palestinian | Palestinian/Palestinians | Ramallah; East Jerusalem
PT | PRT | Q45 | Portugal; Portuguese Republic | Portuguese | Portuguese/Portuguese | Lisbon=Q597
PW | PLW | Q695 | Palau; Republic of Palau | Palauan | Palauan/Palauans | Ngerulmud=Q515229; Koror
PY | PRY | Q733 | Paraguay; Republic of Paraguay | Paraguayan | Paraguayan/Paraguayans | Asunción=Q2933
QA | QAT | Q846 | Qatar; State of Qatar | Qatari | Qatari/Qataris | Doha=Q3861
RE | REU | Q17070 | Réunion?; Réunion Island | Réunionese | Réunionese/Réunionese | Saint-Denis?
RO | ROU | Q218 | Romania; Rumania | Romanian | Romanian/Romanians | Bucharest=Q19660 | Cotroceni
RS | SRB | Q403 | Serbia; Republic of Serbia | Serbian; Serb | Serbian/Serbians; Serb/Serbs | Belgrade=Q3711
RU | RUS | Q159 | Russia; Russian Federation | Russian | Russian/Russians | Moscow=Q649 | Kremlin; Smolenskaya Square
RW | RWA | Q1037 | Rwanda; Republic of Rwanda | Rwandan | Rwandan/Rwandans; Rwandese/Rwandese | Kigali=Q3859
SA | SAU | Q851 | Saudi Arabia; Kingdom of Saudi Arabia; KSA | Saudi; Saudi Arabian | Saudi/Saudis; Saudi Arabian/Saudi Arabians | Riyadh=Q3692
SB | SLB | Q685 | Solomon Islands; Solomons | Solomon Island | Solomon Islander/Solomon Islanders | Honiara=Q40921
SC | SYC | Q1042 | Seychelles; Republic of Seychelles | Seychellois | Seychellois/Seychellois | Victoria?=Q3940
SD | SDN | Q1049 | Sudan; Republic of the Sudan | Sudanese | Sudanese/Sudanese | Khartoum=Q1963
SE | SWE | Q34 | Sweden; Kingdom of Sweden | Swedish | Swede/Swedes | Stockholm=Q1754 | Rosenbad
SG | SGP | Q334 | Singapore; Republic of Singapore | Singaporean; Singapore | Singaporean/Singaporeans | Singapore=Q334
SH | SHN | Q192184 | Saint Helena, Ascension and Tristan da Cunha; Saint Helena?; St. Helena?; Ascension Island~; Tristan da Cunha~ | Saint Helenian | Saint Helenian/Saint Helenians | Jamestown?
SI | SVN | Q215 | Slovenia; Republic of Slovenia | Slovenian; Slovene | Slovenian/Slovenians; Slovene/Slovenes | Ljubljana=Q437
SJ | SJM | Q842829 | Svalbard and Jan Mayen; Svalbard; Spitsbergen~ |  |  | Longyearbyen
SK | SVK | Q214 | Slovakia; Slovak Republic | Slovak; Slovakian | Slovak/Slovaks; Slovakian/Slovakians | Bratislava=Q1780
SL | SLE | Q1044 | Sierra Leone; Republic of Sierra Leone | Sierra Leonean | Sierra Leonean/Sierra Leoneans | Freetown=Q3780
SM | SMR | Q238 | San Marino; Republic of San Marino | Sammarinese; San Marinese | Sammarinese/Sammarinese | City of San Marino=Q1848
SN | SEN | Q1041 | Senegal; Republic of Senegal | Senegalese | Senegalese/Senegalese | Dakar=Q3718
SO | SOM | Q1045 | Somalia; Federal Republic of Somalia | Somali; Somalian | Somali/Somalis; Somalian/Somalians | Mogadishu=Q2449 | Villa Somalia
SR | SUR | Q730 | Suriname; Surinam; Republic of Suriname | Surinamese | Surinamese/Surinamese | Paramaribo=Q3001
SS | SSD | Q958 | South Sudan; Republic of South Sudan | South Sudanese | South Sudanese/South Sudanese | Juba=Q1947
ST | STP | Q1039 | São Tomé and Príncipe; Sao Tome & Principe | São Toméan; Santomean | Santomean/Santomeans | São Tomé=Q3932
SV | SLV | Q792 | El Salvador; Republic of El Salvador | Salvadoran; Salvadorean; Salvadorian | Salvadoran/Salvadorans; Salvadorean/Salvadoreans | San Salvador=Q3110
SX | SXM | Q26273 | Sint Maarten; St. Maarten |  |  | Philipsburg
SY | SYR | Q858 | Syria; Syrian Arab Republic | Syrian | Syrian/Syrians | Damascus=Q3766
SZ | SWZ | Q1050 | Eswatini; Swaziland; Kingdom of Eswatini | Swazi; Liswati | Swazi/Swazis | Mbabane; Lobamba=Q101418
TC | TCA | Q18221 | Turks and Caicos Islands; Turks and Caicos |  | Turks and Caicos Islander/Turks and Caicos Islanders | Cockburn Town?
TD | TCD | Q657 | Chad?; Republic of Chad | Chadian | Chadian/Chadians | N'Djamena=Q3659
TF | ATF | Q129003 | French Southern Territories; French Southern and Antarctic Lands
TG | TGO | Q945 | Togo; Togolese Republic | Togolese | Togolese/Togolese | Lomé=Q3792
TH | THA | Q869 | Thailand; Kingdom of Thailand; Siam | Thai | Thai/Thais | Bangkok=Q1861
TJ | TJK | Q863 | Tajikistan; Republic of Tajikistan | Tajik; Tajikistani | Tajik/Tajiks; Tajikistani/Tajikistanis | Dushanbe=Q9365
TK | TKL | Q36823 | Tokelau | Tokelauan | Tokelauan/Tokelauans
TL | TLS | Q574 | East Timor; Timor-Leste; Democratic Republic of Timor-Leste | East Timorese; Timorese | East Timorese/East Timorese; Timorese/Timorese | Dili=Q9310
TM | TKM | Q874 | Turkmenistan | Turkmen | Turkmen/Turkmens | Ashgabat=Q23438
TN | TUN | Q948 | Tunisia; Tunisian Republic; Republic of Tunisia | Tunisian | Tunisian/Tunisians | Tunis=Q3572
TO | TON | Q678 | Tonga; Kingdom of Tonga | Tongan | Tongan/Tongans | Nuku'alofa=Q38834
TR | TUR | Q43 | Turkey?; Türkiye; Republic of Turkey; Republic of Türkiye | Turkish | Turk/Turks | Ankara=Q3640 | Bestepe
TT | TTO | Q754 | Trinidad and Tobago; Trinidad & Tobago; Trinidad~ | Trinidadian; Tobagonian; Trinbagonian | Trinidadian/Trinidadians; Tobagonian/Tobagonians | Port of Spain=Q39178
TV | TUV | Q672 | Tuvalu | Tuvaluan | Tuvaluan/Tuvaluans | Funafuti=Q34126
TW | TWN | Q865 | Taiwan; Republic of China; ROC; Chinese Taipei | Taiwanese | Taiwanese/Taiwanese | Taipei=Q1867
TZ | TZA | Q924 | Tanzania; United Republic of Tanzania | Tanzanian | Tanzanian/Tanzanians | Dodoma=Q3866; Dar es Salaam=Q1960
UA | UKR | Q212 | Ukraine | Ukrainian | Ukrainian/Ukrainians | Kyiv=Q1899; Kiev | Bankova
UG | UGA | Q1036 | Uganda; Republic of Uganda | Ugandan | Ugandan/Ugandans | Kampala=Q3894 | State House Entebbe
UM | UMI | Q16645 | United States Minor Outlying Islands; U.S. Outlying Islands
US | USA | Q30 | United States; United States of America; U.S.; U.S.A.; America | American; U.S. | American/Americans | Washington=Q61; Washington, D.C.; Washington D.C. | Foggy Bottom
UY | URY | Q77 | Uruguay; Oriental Republic of Uruguay | Uruguayan | Uruguayan/Uruguayans | Montevideo=Q1335
UZ | UZB | Q265 | Uzbekistan; Republic of Uzbekistan | Uzbek; Uzbekistani | Uzbek/Uzbeks; Uzbekistani/Uzbekistanis | Tashkent=Q269
VA | VAT | Q237 | Vatican City; Vatican; Holy See; Vatican City State | Vatican |  |  | Apostolic Palace
VC | VCT | Q757 | Saint Vincent and the Grenadines; St. Vincent and the Grenadines; St. Vincent & Grenadines; Saint Vincent?; St. Vincent? | Vincentian | Vincentian/Vincentians | Kingstown=Q41474
VE | VEN | Q717 | Venezuela; Bolivarian Republic of Venezuela | Venezuelan | Venezuelan/Venezuelans | Caracas=Q1533 | Miraflores; Miraflores Palace
VG | VGB | Q25305 | British Virgin Islands; BVI; Virgin Islands? |  | Virgin Islander?/Virgin Islanders? | Road Town
VI | VIR | Q11703 | U.S. Virgin Islands; United States Virgin Islands; Virgin Islands? |  | Virgin Islander?/Virgin Islanders? | Charlotte Amalie
VN | VNM | Q881 | Vietnam; Viet Nam; Socialist Republic of Vietnam | Vietnamese | Vietnamese/Vietnamese | Hanoi=Q1858
VU | VUT | Q686 | Vanuatu; Republic of Vanuatu | Ni-Vanuatu; Vanuatuan | Ni-Vanuatu/Ni-Vanuatu | Port Vila=Q37806
WF | WLF | Q35555 | Wallis and Futuna
WS | WSM | Q683 | Samoa; Independent State of Samoa; Western Samoa | Samoan | Samoan/Samoans | Apia=Q36260
XK | XKX | Q1246 | Kosovo; Republic of Kosovo | Kosovar; Kosovan; Kosovo Albanian | Kosovar/Kosovars; Kosovan/Kosovans; Kosovo Albanian/Kosovo Albanians | Pristina=Q25270; Prishtina
YE | YEM | Q805 | Yemen; Republic of Yemen | Yemeni; Yemenite? | Yemeni/Yemenis | Sanaa=Q2471; Sana'a; Aden=Q131694
YT | MYT | Q17063 | Mayotte | Mahoran | Mahoran/Mahorans | Mamoudzou
ZA | ZAF | Q258 | South Africa; Republic of South Africa; RSA | South African | South African/South Africans | Pretoria; Cape Town; Bloemfontein=Q37701 | Union Buildings
ZM | ZMB | Q953 | Zambia; Republic of Zambia | Zambian | Zambian/Zambians | Lusaka=Q3881
ZW | ZWE | Q954 | Zimbabwe; Republic of Zimbabwe | Zimbabwean | Zimbabwean/Zimbabweans | Harare=Q3921
`;
