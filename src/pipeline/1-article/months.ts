/** Names of months, January first, full and cut, in the languages that outlets write in; genitives where dates use them. */
const names: readonly string[] = [
  'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari januára stycznia sty ledna leden января янв января січня ιανουαρίου ιανουάριος ιαν ocak ianuarie január januara tammikuuta يناير',
  'february feb februar feber février févr fév febrero febbraio febr fevereiro fev februari lutego lut února únor февраля фев лютого φεβρουαρίου φεβρουάριος φεβ şubat februarie február helmikuuta فبراير',
  'march mar märz mrz maerz mars marzo março marco maart marts marca března březen марта мар березня μαρτίου μάρτιος μαρ mart martie március maaliskuuta مارس',
  'april apr avril avr abril abr aprile kwietnia kwi dubna duben апреля апр квітня απριλίου απρίλιος απρ nisan aprilie április huhtikuuta أبريل',
  'may mai mayo maggio mag maio mei maj maja května květen мая травня μαΐου μάιος μαϊ mayıs május toukokuuta مايو',
  'june jun juni juin junio giugno giu junho czerwca cze června červen июня июн червня ιουνίου ιούνιος ιουν haziran iunie június kesäkuuta يونيو',
  'july jul juli juillet juil julio luglio lug julho lipca lip července červenec июля июл липня ιουλίου ιούλιος ιουλ temmuz iulie július heinäkuuta يوليو',
  'august aug août agosto ago augustus augusti sierpnia sie srpna srpen августа авг серпня αυγούστου αύγουστος αυγ ağustos augusztus elokuuta أغسطس',
  'september sept sep septembre septiembre settembre set setembro września wrz září сентября сен вересня σεπτεμβρίου σεπτέμβριος σεπ eylül septembrie szeptember syyskuuta سبتمبر',
  'october oct oktober okt octobre octubre ottobre ott outubro out października paź října říjen октября окт жовтня οκτωβρίου οκτώβριος οκτ ekim octombrie október lokakuuta أكتوبر',
  'november nov novembre noviembre novembro listopada lis listopadu listopad ноября ноя листопада νοεμβρίου νοέμβριος νοε kasım noiembrie marraskuuta نوفمبر',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro desember grudnia gru prosince prosinec декабря дек грудня δεκεμβρίου δεκέμβριος δεκ aralık decembrie joulukuuta ديسمبر',
];

const numbers = new Map(names.flatMap((line, index) => line.split(' ').map((name) => [name, index + 1] as const)));

/** 1 to 12 for the name of a month in lower case, with or without a full stop; null for any other word. */
export function monthNumber(name: string): number | null {
  return numbers.get(name.toLowerCase().replace(/\.$/, '')) ?? null;
}
