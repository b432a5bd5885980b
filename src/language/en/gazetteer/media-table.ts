/**
 * News agencies, broadcasters, newspapers and magazines that other news quotes and relays, a row each:
 *
 *   name; other names and acronyms | kind | country, ISO 3166-1 alpha-2 | Wikidata
 *
 * "?" marks a name that also means something else. An id that could not be checked is left out. Written for this
 * project from plain facts; see docs/decisions/syntax.md, "Gazetteer".
 */
export const mediaTable = `
Reuters; Thomson Reuters; Reuters news agency | NEWS_AGENCY | GB | Q130879
Associated Press; AP; The Associated Press | NEWS_AGENCY | US | Q40469
Agence France-Presse; AFP | NEWS_AGENCY | FR | Q40464
Deutsche Presse-Agentur; DPA; dpa | NEWS_AGENCY | DE | Q312653
United Press International; UPI | NEWS_AGENCY | US | Q493845
Bloomberg News; Bloomberg | NEWS_AGENCY | US | Q14270642
Xinhua; Xinhua News Agency | NEWS_AGENCY | CN | Q204839
TASS; Tass; ITAR-TASS | NEWS_AGENCY | RU | Q223799
RIA Novosti; RIA | NEWS_AGENCY | RU
Interfax; Interfax news agency | NEWS_AGENCY | RU | Q379271
Ukrinform | NEWS_AGENCY | UA | Q987030
Kyodo News; Kyodo | NEWS_AGENCY | JP
Jiji Press; Jiji | NEWS_AGENCY | JP
Yonhap; Yonhap News Agency | NEWS_AGENCY | KR
Korean Central News Agency; KCNA | NEWS_AGENCY | KP
ANSA; Ansa | NEWS_AGENCY | IT | Q392934
EFE; Efe | NEWS_AGENCY | ES
Polish Press Agency; PAP | NEWS_AGENCY | PL | Q1484980
TANJUG; Tanjug | NEWS_AGENCY | RS | Q371267
Belga; Belga News Agency | NEWS_AGENCY | BE | Q815453
Austria Press Agency; APA | NEWS_AGENCY | AT | Q680662
Press Association; PA Media | NEWS_AGENCY | GB
Canadian Press | NEWS_AGENCY | CA
Press Trust of India; PTI | NEWS_AGENCY | IN
Asian News International; ANI | NEWS_AGENCY | IN
Anadolu Agency; Anadolu | NEWS_AGENCY | TR
IRNA; Islamic Republic News Agency | NEWS_AGENCY | IR
Tasnim; Tasnim News Agency | NEWS_AGENCY | IR
Fars News Agency; Fars | NEWS_AGENCY | IR
Mehr News Agency; Mehr | NEWS_AGENCY | IR
SANA; Syrian Arab News Agency | NEWS_AGENCY | SY
WAFA; Wafa | NEWS_AGENCY | PS
Saudi Press Agency; SPA | NEWS_AGENCY | SA
BBC; British Broadcasting Corporation; BBC News | BROADCASTER | GB | Q9531
Sky News | BROADCASTER | GB
ITV; ITV News | BROADCASTER | GB
Channel 4; Channel 4 News | BROADCASTER | GB
CNN | BROADCASTER | US | Q48340
Fox News; Fox News Channel | BROADCASTER | US
MSNBC | BROADCASTER | US
CNBC | BROADCASTER | US | Q1023911
NBC; NBC News | BROADCASTER | US
CBS; CBS News | BROADCASTER | US
ABC News; ABC? | BROADCASTER | US
NPR; National Public Radio | BROADCASTER | US
PBS; PBS NewsHour | BROADCASTER | US
Voice of America; VOA | BROADCASTER | US
Radio Free Europe/Radio Liberty; Radio Free Europe; RFE/RL | BROADCASTER | CZ
Radio Free Asia; RFA | BROADCASTER | US
CBC; CBC News; Canadian Broadcasting Corporation | BROADCASTER | CA
CTV; CTV News | BROADCASTER | CA
Australian Broadcasting Corporation; ABC? | BROADCASTER | AU
Al Jazeera; Al-Jazeera | BROADCASTER | QA
Al Arabiya; Al-Arabiya | BROADCASTER | SA
Al Mayadeen; Al-Mayadeen | BROADCASTER | LB
Al-Manar; Al Manar | BROADCASTER | LB
Press TV | BROADCASTER | IR
TRT World; TRT | BROADCASTER | TR
CCTV?; China Central Television | BROADCASTER | CN
CGTN | BROADCASTER | CN
NHK | BROADCASTER | JP
KBS | BROADCASTER | KR
Deutsche Welle; DW | BROADCASTER | DE | Q153770
ARD | BROADCASTER | DE
ZDF | BROADCASTER | DE
France 24 | BROADCASTER | FR
RFI; Radio France Internationale | BROADCASTER | FR
Euronews | BROADCASTER | FR
RAI; Rai | BROADCASTER | IT
RTÉ | BROADCASTER | IE
RT?; Russia Today | BROADCASTER | RU | Q22868
Sputnik?; Sputnik News | NEWS_AGENCY | RU
Rossiya 1; Russia-1 | BROADCASTER | RU | Q211511
TV Rain; Dozhd | BROADCASTER | RU | Q155172
The New York Times; New York Times; NYT | NEWSPAPER | US | Q9684
The Washington Post; Washington Post | NEWSPAPER | US | Q166032
The Wall Street Journal; Wall Street Journal; WSJ | NEWSPAPER | US | Q164746
USA Today | NEWSPAPER | US
Los Angeles Times; LA Times | NEWSPAPER | US
Chicago Tribune | NEWSPAPER | US
New York Post | NEWSPAPER | US
Boston Globe; The Boston Globe | NEWSPAPER | US
The Guardian; Guardian? | NEWSPAPER | GB | Q11148
The Times?; Times of London; London Times | NEWSPAPER | GB
The Sunday Times; Sunday Times | NEWSPAPER | GB
The Daily Telegraph; Daily Telegraph; The Telegraph; Sunday Telegraph | NEWSPAPER | GB
Financial Times; FT | NEWSPAPER | GB | Q183399
The Independent; Independent? | NEWSPAPER | GB
Daily Mail; Mail on Sunday | NEWSPAPER | GB
Daily Mirror | NEWSPAPER | GB
The Globe and Mail; Globe and Mail | NEWSPAPER | CA
Toronto Star | NEWSPAPER | CA
National Post | NEWSPAPER | CA
Sydney Morning Herald | NEWSPAPER | AU
The Irish Times; Irish Times | NEWSPAPER | IE
Le Monde | NEWSPAPER | FR
Le Figaro | NEWSPAPER | FR
Libération | NEWSPAPER | FR
Süddeutsche Zeitung | NEWSPAPER | DE
Frankfurter Allgemeine Zeitung; FAZ | NEWSPAPER | DE | Q10184
Die Zeit | NEWSPAPER | DE
Die Welt | NEWSPAPER | DE
Bild | NEWSPAPER | DE
Der Spiegel; Spiegel | MAGAZINE | DE | Q131478
Handelsblatt | NEWSPAPER | DE
El País | NEWSPAPER | ES
El Mundo | NEWSPAPER | ES
Corriere della Sera | NEWSPAPER | IT
La Repubblica | NEWSPAPER | IT
Gazeta Wyborcza | NEWSPAPER | PL
Kommersant | NEWSPAPER | RU | Q1780134
Izvestia | NEWSPAPER | RU | Q753932
Novaya Gazeta | NEWSPAPER | RU | Q170135
Rossiyskaya Gazeta | NEWSPAPER | RU | Q1853433
The Moscow Times; Moscow Times | NEWSPAPER | RU | Q1202611
Ukrainska Pravda | ONLINE | UA | Q904463
Kyiv Independent; The Kyiv Independent | NEWSPAPER | UA | Q111028947
Kyiv Post | NEWSPAPER | UA | Q1795015
People's Daily | NEWSPAPER | CN
China Daily | NEWSPAPER | CN
Global Times | NEWSPAPER | CN
South China Morning Post; SCMP | NEWSPAPER | HK
The Straits Times; Straits Times | NEWSPAPER | SG
Asahi Shimbun; Asahi | NEWSPAPER | JP
Yomiuri Shimbun; Yomiuri | NEWSPAPER | JP
Mainichi Shimbun; Mainichi | NEWSPAPER | JP
Nikkei; Nihon Keizai Shimbun; Nikkei Asia | NEWSPAPER | JP
Japan Times; The Japan Times | NEWSPAPER | JP
Chosun Ilbo | NEWSPAPER | KR
Rodong Sinmun | NEWSPAPER | KP
Times of India; The Times of India | NEWSPAPER | IN
The Hindu; Hindu? | NEWSPAPER | IN
Hindustan Times | NEWSPAPER | IN
Indian Express; The Indian Express | NEWSPAPER | IN
Dawn?; Dawn newspaper | NEWSPAPER | PK
Haaretz; Ha'aretz | NEWSPAPER | IL
The Jerusalem Post; Jerusalem Post | NEWSPAPER | IL
Times of Israel; The Times of Israel | ONLINE | IL
Yedioth Ahronoth; Ynet | NEWSPAPER | IL
Hürriyet | NEWSPAPER | TR
The Economist; Economist? | MAGAZINE | GB | Q180089
Time?; Time magazine | MAGAZINE | US | Q43297
Newsweek | MAGAZINE | US
The New Yorker; New Yorker? | MAGAZINE | US
The Atlantic; Atlantic? | MAGAZINE | US
Forbes?; Forbes magazine | MAGAZINE | US
Foreign Policy?; Foreign Policy magazine | MAGAZINE | US
Foreign Affairs?; Foreign Affairs magazine | MAGAZINE | US
Politico | ONLINE | US
Axios | ONLINE | US | Q28230873
HuffPost; Huffington Post; The Huffington Post | ONLINE | US
BuzzFeed; BuzzFeed News | ONLINE | US
Vox? | ONLINE | US
Business Insider | ONLINE | US | Q286707
The Hill? | ONLINE | US
Breitbart; Breitbart News | ONLINE | US
ProPublica | ONLINE | US
The Intercept | ONLINE | US
Meduza | ONLINE | LV
Bellingcat | ONLINE | NL
Middle East Eye | ONLINE | GB
`;
