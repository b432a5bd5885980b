/**
 * The international organisations that news names most, a row each:
 *
 *   name; other names and acronyms | kind | seat | Wikidata
 *
 * "?" marks a name that also means something else. An id that could not be checked is left out. Written for this
 * project from plain facts; see docs/decisions/syntax.md, "Gazetteer".
 */
export const organizationsTable = `
United Nations; UN; United Nations Organization; UNO | UNITED_NATIONS | New York | Q1065
United Nations Security Council; UN Security Council; Security Council; UNSC | UNITED_NATIONS | New York | Q37470
United Nations General Assembly; UN General Assembly; General Assembly?; UNGA | UNITED_NATIONS | New York | Q47423
United Nations Secretariat; UN Secretariat | UNITED_NATIONS | New York | Q220563
United Nations Human Rights Council; UN Human Rights Council; Human Rights Council; UNHRC | UNITED_NATIONS | Geneva | Q205650
Office of the United Nations High Commissioner for Human Rights; OHCHR; UN human rights office; Office of the High Commissioner for Human Rights | UNITED_NATIONS | Geneva | Q656812
United Nations High Commissioner for Refugees; UNHCR; UN refugee agency | UNITED_NATIONS | Geneva | Q132551
United Nations Relief and Works Agency for Palestine Refugees; UNRWA; United Nations Relief and Works Agency; UN Relief and Works Agency | UNITED_NATIONS | Amman | Q846656
United Nations Office for the Coordination of Humanitarian Affairs; OCHA; UN Office for the Coordination of Humanitarian Affairs; UN OCHA | UNITED_NATIONS | New York | Q1065854
United Nations Children's Fund; UNICEF; Unicef; UN children's agency; United Nations Children's Emergency Fund | UNITED_NATIONS | New York | Q740308
United Nations Educational, Scientific and Cultural Organization; UNESCO; Unesco; UN cultural agency | UNITED_NATIONS | Paris | Q7809
United Nations Development Programme; UNDP; UN Development Programme | UNITED_NATIONS | New York | Q161718
United Nations Environment Programme; UNEP; UN Environment Programme; UN Environment | UNITED_NATIONS | Nairobi | Q182016
United Nations Population Fund; UNFPA; UN Population Fund | UNITED_NATIONS | New York | Q623036
UN Women; United Nations Entity for Gender Equality and the Empowerment of Women | UNITED_NATIONS | New York | Q641576
United Nations Human Settlements Programme; UN-Habitat; UN Habitat | UNITED_NATIONS | Nairobi | Q487883
United Nations Economic and Social Council; ECOSOC; Economic and Social Council | UNITED_NATIONS | New York | Q170075
United Nations Industrial Development Organization; UNIDO | UNITED_NATIONS | Vienna | Q386120
United Nations Office on Drugs and Crime; UNODC; UN Office on Drugs and Crime | UNITED_NATIONS | Vienna
United Nations Conference on Trade and Development; UNCTAD; UN Trade and Development | UNITED_NATIONS | Geneva
Joint United Nations Programme on HIV/AIDS; UNAIDS | UNITED_NATIONS | Geneva
United Nations Interim Force in Lebanon; UNIFIL; Unifil | UNITED_NATIONS | Naqoura | Q160805
United Nations University; UNU | UNITED_NATIONS | Tokyo | Q492442
United Nations Framework Convention on Climate Change; UNFCCC; UN Climate Change | UNITED_NATIONS | Bonn
World Food Programme; WFP; World Food Program; UN World Food Programme; UN World Food Program | UNITED_NATIONS | Rome | Q204344
World Health Organization; WHO; World Health Organisation; UN health agency | UNITED_NATIONS | Geneva | Q7817
Pan American Health Organization; PAHO | UNITED_NATIONS | Washington | Q1856835
Food and Agriculture Organization; FAO; UN Food and Agriculture Organization; Food and Agriculture Organisation | UNITED_NATIONS | Rome | Q82151
International Fund for Agricultural Development; IFAD | UNITED_NATIONS | Rome | Q689859
International Labour Organization; ILO; International Labor Organization; International Labour Organisation | UNITED_NATIONS | Geneva | Q54129
International Organization for Migration; IOM; International Organisation for Migration; UN migration agency | UNITED_NATIONS | Geneva | Q472311
International Maritime Organization; IMO; International Maritime Organisation | UNITED_NATIONS | London | Q201054
International Civil Aviation Organization; ICAO; International Civil Aviation Organisation | UNITED_NATIONS | Montreal | Q125761
International Telecommunication Union; ITU; International Telecommunications Union | UNITED_NATIONS | Geneva | Q376150
Universal Postal Union; UPU | UNITED_NATIONS | Bern | Q17495
World Meteorological Organization; WMO; World Meteorological Organisation | UNITED_NATIONS | Geneva | Q170424
World Intellectual Property Organization; WIPO | UNITED_NATIONS | Geneva | Q177773
UN Tourism; UNWTO; World Tourism Organization | UNITED_NATIONS | Madrid | Q61923
International Seabed Authority; ISA? | UNITED_NATIONS | Kingston | Q333727
International Atomic Energy Agency; IAEA; UN nuclear watchdog; UN atomic watchdog; UN nuclear agency | UNITED_NATIONS | Vienna | Q41984
Intergovernmental Panel on Climate Change; IPCC; UN climate panel | UNITED_NATIONS | Geneva | Q171183
International Narcotics Control Board; INCB | UNITED_NATIONS | Vienna | Q667217
International Court of Justice; ICJ; World Court | COURT | The Hague | Q7801
International Criminal Court; ICC | COURT | The Hague | Q47488
Permanent Court of Arbitration; PCA | COURT | The Hague | Q1045198
International Tribunal for the Law of the Sea; ITLOS | COURT | Hamburg | Q639118
European Court of Human Rights; ECHR; ECtHR; Strasbourg court | COURT | Strasbourg | Q122880
Court of Justice of the European Union; CJEU; European Court of Justice; ECJ; European Union Court of Justice | COURT | Luxembourg | Q4951
Inter-American Court of Human Rights; IACHR? | COURT | San José | Q1547804
Inter-American Commission on Human Rights; IACHR? | INTERGOVERNMENTAL | Washington | Q1589444
African Court on Human and Peoples' Rights; African Court | COURT | Arusha
Caribbean Court of Justice; CCJ | COURT | Port of Spain | Q775029
International Monetary Fund; IMF | BANK | Washington | Q7804
World Bank; World Bank Group | BANK | Washington | Q7164
International Finance Corporation; IFC | BANK | Washington | Q656801
Bank for International Settlements; BIS | BANK | Basel | Q309195
Asian Development Bank; ADB | BANK | Manila | Q188822
Asian Infrastructure Investment Bank; AIIB | BANK | Beijing | Q18109843
African Development Bank; AfDB | BANK | Abidjan | Q340195
Inter-American Development Bank; IDB; IADB | BANK | Washington | Q1153087
Islamic Development Bank; IsDB | BANK | Jeddah | Q41230
European Bank for Reconstruction and Development; EBRD | BANK | London | Q488981
New Development Bank; BRICS bank | BANK | Shanghai | Q8579145
Financial Action Task Force; FATF | INTERGOVERNMENTAL | Paris | Q681487
World Trade Organization; WTO; World Trade Organisation | INTERGOVERNMENTAL | Geneva | Q7825
World Customs Organization; WCO; World Customs Organisation | INTERGOVERNMENTAL | Brussels | Q605326
World Organisation for Animal Health; WOAH; World Organization for Animal Health | INTERGOVERNMENTAL | Paris | Q1058594
Organisation for Economic Co-operation and Development; OECD; Organization for Economic Cooperation and Development; Organisation for Economic Cooperation and Development | INTERGOVERNMENTAL | Paris | Q41550
International Energy Agency; IEA | INTERGOVERNMENTAL | Paris | Q826700
International Renewable Energy Agency; IRENA | INTERGOVERNMENTAL | Abu Dhabi | Q392739
Organization of the Petroleum Exporting Countries; OPEC; Opec; Organisation of the Petroleum Exporting Countries; OPEC+ | INTERGOVERNMENTAL | Vienna | Q7795
Gas Exporting Countries Forum; GECF | INTERGOVERNMENTAL | Doha | Q1031255
Group of Seven; G7; G-7 | INTERGOVERNMENTAL |  | Q1764511
Group of Twenty; G20; G-20 | INTERGOVERNMENTAL |  | Q19771
Group of 77; G77; G-77 | INTERGOVERNMENTAL
BRICS; Brics; BRICS bloc | INTERGOVERNMENTAL |  | Q243630
Quad; Quadrilateral Security Dialogue | INTERGOVERNMENTAL
AUKUS; Aukus | INTERGOVERNMENTAL
Five Eyes; Five Eyes alliance | INTERGOVERNMENTAL
Non-Aligned Movement; NAM? | INTERGOVERNMENTAL |  | Q83201
Commonwealth of Nations; The Commonwealth? | INTERGOVERNMENTAL | London | Q7785
Commonwealth Secretariat | INTERGOVERNMENTAL | London | Q3954348
North Atlantic Treaty Organization; NATO; Nato; North Atlantic Treaty Organisation; North Atlantic Alliance; Atlantic alliance | INTERGOVERNMENTAL | Brussels | Q7184
Organization for Security and Co-operation in Europe; OSCE; Organisation for Security and Cooperation in Europe; Organization for Security and Cooperation in Europe | INTERGOVERNMENTAL | Vienna | Q81299
Council of Europe; CoE | INTERGOVERNMENTAL | Strasbourg | Q8908
Organisation for the Prohibition of Chemical Weapons; OPCW; Organization for the Prohibition of Chemical Weapons | INTERGOVERNMENTAL | The Hague | Q842490
Comprehensive Nuclear-Test-Ban Treaty Organization; CTBTO | INTERGOVERNMENTAL | Vienna | Q356694
Interpol; INTERPOL; International Criminal Police Organization | INTERGOVERNMENTAL | Lyon | Q8475
European Union; EU | EUROPEAN_UNION | Brussels | Q458
European Commission; EU Commission; EC? | EUROPEAN_UNION | Brussels | Q8880
European Parliament; EU Parliament | EUROPEAN_UNION | Strasbourg | Q8889
European Council | EUROPEAN_UNION | Brussels | Q8886
Council of the European Union; EU Council; Council of the EU | EUROPEAN_UNION | Brussels | Q8896
European Central Bank; ECB | EUROPEAN_UNION | Frankfurt | Q8901
European External Action Service; EEAS | EUROPEAN_UNION | Brussels | Q672941
European Court of Auditors; ECA | EUROPEAN_UNION | Luxembourg | Q8900
European Investment Bank; EIB | EUROPEAN_UNION | Luxembourg | Q192247
European Medicines Agency; EMA; EU drug regulator; EU drugs regulator | EUROPEAN_UNION | Amsterdam | Q130146
European Centre for Disease Prevention and Control; ECDC; European Center for Disease Prevention and Control | EUROPEAN_UNION | Stockholm | Q918501
European Food Safety Authority; EFSA | EUROPEAN_UNION | Parma | Q516521
European Environment Agency; EEA? | EUROPEAN_UNION | Copenhagen | Q632988
European Banking Authority; EBA | EUROPEAN_UNION | Paris | Q769548
European Securities and Markets Authority; ESMA | EUROPEAN_UNION | Paris | Q769112
European Union Aviation Safety Agency; EASA | EUROPEAN_UNION | Cologne | Q276255
European Public Prosecutor's Office; EPPO | EUROPEAN_UNION | Luxembourg | Q5413070
European Defence Agency; EDA | EUROPEAN_UNION | Brussels | Q1134173
Frontex; European Border and Coast Guard Agency; EU border agency | EUROPEAN_UNION | Warsaw | Q21786841
Europol; European Union Agency for Law Enforcement Cooperation; EU police agency | EUROPEAN_UNION | The Hague | Q207203
Eurojust; European Union Agency for Criminal Justice Cooperation | EUROPEAN_UNION | The Hague | Q940784
Eurogroup | EUROPEAN_UNION | Brussels | Q149964
European Free Trade Association; EFTA | INTERGOVERNMENTAL | Geneva | Q166546
European Space Agency; ESA | INTERGOVERNMENTAL | Paris | Q42262
European Southern Observatory; ESO | INTERGOVERNMENTAL | Garching | Q151991
CERN; European Organization for Nuclear Research | INTERGOVERNMENTAL | Geneva | Q42944
Nordic Council | INTERGOVERNMENTAL | Copenhagen | Q146165
Arctic Council | INTERGOVERNMENTAL | Tromsø | Q674182
Commonwealth of Independent States; CIS | INTERGOVERNMENTAL | Minsk | Q7779
Collective Security Treaty Organization; CSTO; Collective Security Treaty Organisation | INTERGOVERNMENTAL | Moscow | Q318693
Eurasian Economic Union; EAEU; EEU | INTERGOVERNMENTAL | Moscow | Q4173083
Shanghai Cooperation Organisation; SCO; Shanghai Cooperation Organization | INTERGOVERNMENTAL | Beijing | Q485207
Organization of Turkic States; OTS | INTERGOVERNMENTAL | Istanbul | Q596850
Association of Southeast Asian Nations; ASEAN; Asean; Association of South East Asian Nations | INTERGOVERNMENTAL | Jakarta | Q7768
Asia-Pacific Economic Cooperation; APEC; Apec | INTERGOVERNMENTAL | Singapore | Q170481
South Asian Association for Regional Cooperation; SAARC; Saarc | INTERGOVERNMENTAL | Kathmandu | Q145700
Pacific Islands Forum; PIF | INTERGOVERNMENTAL | Suva | Q757276
African Union; AU | INTERGOVERNMENTAL | Addis Ababa | Q7159
Africa Centres for Disease Control and Prevention; Africa CDC | INTERGOVERNMENTAL | Addis Ababa | Q88234914
Economic Community of West African States; ECOWAS; Ecowas | INTERGOVERNMENTAL | Abuja | Q193272
East African Community; EAC | INTERGOVERNMENTAL | Arusha | Q337456
Southern African Development Community; SADC | INTERGOVERNMENTAL | Gaborone | Q816706
Intergovernmental Authority on Development; IGAD; Igad | INTERGOVERNMENTAL | Djibouti | Q499039
Common Market for Eastern and Southern Africa; COMESA; Comesa | INTERGOVERNMENTAL | Lusaka | Q1165797
Alliance of Sahel States; AES | INTERGOVERNMENTAL | Bamako
Arab League; League of Arab States | INTERGOVERNMENTAL | Cairo | Q7172
Gulf Cooperation Council; GCC; Gulf Co-operation Council | INTERGOVERNMENTAL | Riyadh | Q217172
Organisation of Islamic Cooperation; OIC; Organization of Islamic Cooperation | INTERGOVERNMENTAL | Jeddah | Q47543
Organization of American States; OAS; Organisation of American States | INTERGOVERNMENTAL | Washington | Q123759
Mercosur; Mercosul | INTERGOVERNMENTAL | Montevideo | Q4264
Caribbean Community; CARICOM; Caricom | INTERGOVERNMENTAL | Georgetown | Q205995
Community of Latin American and Caribbean States; CELAC; Celac | INTERGOVERNMENTAL
Union of South American Nations; UNASUR; Unasur | INTERGOVERNMENTAL | Quito | Q4230
International Organisation of La Francophonie; OIF; La Francophonie; International Organization of La Francophonie | INTERGOVERNMENTAL | Paris | Q134102
International Whaling Commission; IWC | INTERGOVERNMENTAL | Cambridge | Q1053889
World Economic Forum; WEF | NONGOVERNMENTAL | Cologny | Q170418
International Committee of the Red Cross; ICRC | NONGOVERNMENTAL | Geneva | Q5987345
International Federation of Red Cross and Red Crescent Societies; IFRC; International Federation of Red Cross | NONGOVERNMENTAL | Geneva
International Red Cross and Red Crescent Movement; Red Cross; Red Crescent?; International Red Cross | NONGOVERNMENTAL | Geneva | Q7178
International Union for Conservation of Nature; IUCN | NONGOVERNMENTAL | Gland | Q48268
Amnesty International; Amnesty? | NONGOVERNMENTAL | London | Q42970
Human Rights Watch; HRW | NONGOVERNMENTAL | New York
Médecins Sans Frontières; Doctors Without Borders; MSF | NONGOVERNMENTAL | Geneva | Q49330
Oxfam; Oxfam International | NONGOVERNMENTAL | Nairobi | Q267941
Save the Children | NONGOVERNMENTAL | London
Greenpeace; Greenpeace International | NONGOVERNMENTAL | Amsterdam | Q81307
World Wide Fund for Nature; WWF; World Wildlife Fund | NONGOVERNMENTAL | Gland | Q117892
Transparency International | NONGOVERNMENTAL | Berlin
Reporters Without Borders; RSF; Reporters Sans Frontières | NONGOVERNMENTAL | Paris
Committee to Protect Journalists; CPJ | NONGOVERNMENTAL | New York
International Rescue Committee; IRC | NONGOVERNMENTAL | New York
Norwegian Refugee Council; NRC | NONGOVERNMENTAL | Oslo
Care International | NONGOVERNMENTAL | Geneva
International Crisis Group; Crisis Group | NONGOVERNMENTAL | Brussels
Freedom House | NONGOVERNMENTAL | Washington
Syrian Observatory for Human Rights; SOHR | NONGOVERNMENTAL | Coventry
International Air Transport Association; IATA | NONGOVERNMENTAL | Montreal
International Chamber of Commerce | NONGOVERNMENTAL | Paris
International Olympic Committee; IOC | SPORT | Lausanne | Q40970
International Paralympic Committee; IPC | SPORT | Bonn
World Anti-Doping Agency; WADA; Wada | SPORT | Montreal
Court of Arbitration for Sport; CAS | COURT | Lausanne
FIFA; Fifa | SPORT | Zurich | Q253414
UEFA; Uefa | SPORT | Nyon | Q35572
CONMEBOL; Conmebol | SPORT | Luque | Q58733
World Athletics; IAAF | SPORT | Monaco | Q1158
International Basketball Federation; FIBA | SPORT | Mies | Q46199
Hamas | ARMED_GROUP |  | Q38799
Hezbollah; Hizbollah; Hizbullah | ARMED_GROUP | Beirut
Islamic State; ISIS; ISIL; Isis?; IS?; Islamic State group; Islamic State of Iraq and the Levant; Islamic State of Iraq and Syria; Daesh | ARMED_GROUP |  | Q2429253
al-Qaeda; al-Qaida; Al Qaeda | ARMED_GROUP |  | Q34490
Taliban; Taleban | ARMED_GROUP | Kandahar
Boko Haram | ARMED_GROUP
al-Shabaab; al-Shabab; Al Shabaab | ARMED_GROUP
Palestinian Islamic Jihad; Islamic Jihad | ARMED_GROUP
Kurdistan Workers' Party; PKK | ARMED_GROUP
`;
