/**
 * Set phrases that stand around articles, in the languages that outlets write in. They are words of the trade, not of any
 * outlet. Each is compared with the beginning of a line in lower case, or with the whole line.
 */
const list = (phrases: string): string[] =>
  phrases
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

/** Leads to another article: "Read more: …", "Lesen Sie auch: …". */
export const leads: readonly string[] = list(`
  read more | read also | read next | read the full | also read | see also | see more | more on this | more stories | related stories |
  related articles | related posts | related: | related | recommended | you may also like | you might also like | you may like | don't miss |
  what to read next | more from | more in | most read | most popular | popular now | trending | editor's picks | up next | next article |
  previous article | in other news | latest news | watch: | watch now | listen: | further reading | enjoying this |
  lesen sie auch | lesen sie mehr | lesen sie hier | lies auch | mehr zum thema | mehr dazu | mehr lesen | auch interessant | auch lesen |
  das könnte sie auch interessieren | das könnte dich | weitere artikel | weitere meldungen | weiterlesen | siehe auch | zum thema | passend dazu |
  meistgelesen | ähnliche artikel | ähnliche beiträge | nächster beitrag | vorheriger beitrag | beliebte artikel | interessiert sie auch |
  lire aussi | à lire aussi | a lire aussi | lire la suite | à lire également | voir aussi | sur le même sujet | vous aimerez aussi |
  articles similaires | les plus lus | à découvrir | lire également | notre dossier |
  lea también | lee también | leer más | te puede interesar | te recomendamos | más información | noticias relacionadas | ver también |
  también te puede | artículos relacionados | lo más leído | le puede interesar | podría interesarte |
  leia também | leia mais | veja também | saiba mais | notícias relacionadas | mais lidas | artigos relacionados |
  leggi anche | leggi di più | leggi tutto | potrebbe interessarti | articoli correlati | ti potrebbe interessare | i più letti |
  lees ook | lees meer | lees verder | meer over | bekijk ook | meest gelezen | gerelateerde artikelen |
  läs mer | läs också | läs även | mest läst | les også | les mer | læs også | læs mere | mest lest | mest læst | lue myös | lue lisää |
  czytaj też | czytaj także | czytaj również | czytaj więcej | zobacz również | zobacz też | zobacz także | przeczytaj także | przeczytaj też |
  čtěte také | čtěte více | přečtěte si | mohlo by vás zajímat | viz také | prečítajte si | olvassa el | olvasd el | kapcsolódó |
  читайте также | читайте ещё | читать далее | смотрите также | подробнее: | по теме | материалы по теме | также по теме |
  читайте також | дивіться також | διαβάστε επίσης | διαβάστε ακόμα | διαβάστε και | δείτε επίσης | σχετικά άρθρα |
  ilgili haberler | ilgili haber | bunlar da ilginizi çekebilir | ayrıca okuyun | devamını oku | citește și | citeşte şi | vezi și |
  اقرأ أيضا | اقرأ أيضًا | اقرأ أيضاً | إقرأ أيضا | اقرأ المزيد | مواضيع ذات صلة | أخبار ذات صلة | قد يعجبك | شاهد أيضا |
  קראו גם | 相关阅读 | 相关新闻 | 相关文章 | 延伸阅读 | 推荐阅读 | 相關新聞 | 延伸閱讀 | 更多新闻 | 上一篇 | 下一篇 |
  関連記事 | 関連リンク | 続きを読む | あわせて読みたい | おすすめ記事 | 人気記事 | 前の記事 | 次の記事 | 관련기사 | 관련 기사 | 많이 본 뉴스 |
  baca juga | xem thêm | đọc thêm | यह भी पढ़ें
`);

/** Asks the reader to do something: subscribe, follow, share, write, pay. */
export const requests: readonly string[] = list(`
  subscribe | subscribe to | subscribe now | sign up | sign in | log in to | log in or | register to | join our | follow us | follow me | follow our | find us on | find me on |
  like us on | share this | share on | share via | click to share | click here to | tweet this | email this | pin it | print this | copy link |
  get the app | download our app | download the | download as | get our | get alerts | support our | support us | donate | already a subscriber | not a subscriber |
  enter your email | your email address | leave a reply | leave a comment | post a comment | add a comment | write a comment | be the first to comment |
  join the conversation | comments are closed | view comments | show comments | report a typo | report an error | rate this | jump to | load more | show more |
  back to top | skip to | advertisement | article continues | story continues | continue reading | sponsored | this post may contain affiliate | tag us |
  did you make this | thanks for reading | thank you for reading | to comment | send us a tip | contact the author | this article originally appeared | please enable | please share |
  newsletter | abonnieren | jetzt abonnieren | jetzt newsletter | newsletter abonnieren | folgen sie | folge uns | teilen | artikel teilen | artikel drucken | drucken |
  kommentar schreiben | kommentare | kommentieren | schreiben sie einen kommentar | schreibe einen kommentar | bitte melden sie sich an | jetzt anmelden | zur startseite | nach oben |
  zurück zu | zurück zur | <- zurück | anzeige | werbung | empfehlen sie | diesen artikel | hier geht es |
  abonnez-vous | abonnez-vous à | inscrivez-vous à | s'abonner | s’abonner | inscrivez-vous | suivez-nous | suivez | partager | laisser un commentaire | réagir | imprimer | publicité | recevez |
  suscríbete | suscríbete al | suscríbete a | suscribirse | suscríbase | síguenos | siga-nos | sigue a | compartir | comparte | deja un comentario | publicidad | recibe | únete | regístrate |
  assine | inscreva-se | siga o | siga a | siga-nos | compartilhe | compartilhar | comente | receba | continua após a publicidade | publicidade | participe do |
  iscriviti | iscriviti alla | iscriviti al | seguici | condividi | commenta | stampa | pubblicità | abbonati |
  abonneer | word abonnee | volg ons | deel dit | delen | reageer | reageren | advertentie | meld je aan | prenumerera | följ oss | dela | annons | del på | følg oss | annonse | bli abonnent |
  udostępnij | obserwuj nas | śledź nas | dołącz do | dodaj komentarz | reklama | zapisz się | skomentuj | sdílet | sledujte | diskuse |
  подписывайтесь | подпишитесь | поделиться | комментарии | оставить комментарий | реклама | ακολουθήστε | κοινοποίηση | σχόλια | διαφήμιση | ακολουθήστε μας |
  yorum yap | yorumlar | abone ol | takip edin | paylaş | reklam | تابعونا | تابعنا | شارك | مشاركة | اشترك | إعلان | أضف تعليق |
  分享到 | 分享至 | 扫一扫 | 关注我们 | 点击下载 | 我要评论 | 评论 | 廣告 | 广告 | コメントを書く | コメント | シェア | ツイート | フォロー | 広告 | この記事をはてな | 댓글 | 공유 | 구독 | 광고 | 기사제보
`);

/** Says who owns or made something: rights, credits, who edited. */
export const notices: readonly string[] = list(`
  © | (c) 19 | (c) 20 | copyright | all rights reserved | alle rechte vorbehalten | tous droits réservés | todos los derechos reservados | todos os direitos reservados |
  tutti i diritti riservati | riproduzione riservata | wszelkie prawa zastrzeżone | все права защищены | tüm hakları saklıdır | جميع الحقوق محفوظة | alle rechten voorbehouden |
  版权所有 | 版权声明 | 未经授权 | 無断転載 | 저작권자 | 무단전재 | 责任编辑 | 【责任编辑 | (责任编辑 | （责任编辑 | [责任编辑 | 编辑： | 来源： | 责编 |
  photo: | photos: | photo by | photo credit | photograph: | picture: | pictures: | image: | image credit | image source | credit: | credits: | illustration: | getty images | file photo |
  foto: | fotos: | bild: | bildquelle | quelle: | photo : | crédit photo | crédit : | crédits | fuente: | fonte: | kaynak: | źródło: | zdroj: | fot. | фото: | источник: | φωτογραφία: | πηγή: | foto © |
  tags: | tag: | tagged | filed under | posted in | categories: | category: | labels: | topics: | schlagwörter | schlagworte | kategorie: | kategorien: | themen: | mots-clés | mots clés | étiquettes | archivado en |
  etiquetas | temas: | tagi: | etiketler | метки: | теги: | 标签： | 关键词 | タグ | カテゴリ | 태그
  | last modified | last updated | page last | you are visitor | powered by | permalink | posted by | disclosure statement | part of the series | written by | about the author
  | über den autor | über die autorin | zur person | à propos de l'auteur | sobre el autor | sobre o autor | sull'autore | over de auteur
`);

/**
 * A heading that ends the article: what readers wrote follows. Words that are also headings inside articles ("Discussion",
 * "Response") count only with a number.
 */
export const commentHeadings =
  /^(?:\p{N}+\s*(?:thoughts? on|responses?|replies|réactions?|reacties)|(?:\p{N}+\s*)?(?:comments?|reader comments|leave a (?:reply|comment)|post a comment|kommentare?|kommentar schreiben|kommentarer|leserkommentare|commentaires?|laisser un commentaire|comentarios?|comentários?|commenti|reageer|komentarze|komentáře|комментари(?:и|й|ев|я)|коментарі|σχόλια|yorumlar|yorum yap|تعليقات|التعليقات|评论|網友評論|コメント|댓글))(?=$|[\s:(（\p{N}])/iu;
