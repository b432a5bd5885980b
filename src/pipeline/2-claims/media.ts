/** Words by which the name of a medium is told, and agencies and broadcasters whose names have none of them. */
const mediaWords =
  /\b(?:news|times|post|herald|tribune|daily|gazette|journal|guardian|telegraph|observer|newspaper|newspapers|agency|radio|television|tv|magazine|broadcaster|press|network|channel|review|chronicle|globe|courier|mail|weekly|outlet|podcast)\b/i;
const agencies =
  /\b(?:Reuters|AP|AFP|CNN|BBC|CBC|NBC|ABC|CBS|NPR|PBS|MSNBC|CNBC|Bloomberg|Politico|Axios|Xinhua|TASS|RT|Kyodo|Yonhap|ANSA|DPA|EFE|PTI|NHK|ARD|ZDF|Al Jazeera|Sky|Fox|Le Monde|Der Spiegel|El País|Haaretz)\b/;

/** Whether a phrase names a medium. Known failure: media with a name of their own kind ("Vox"). */
export function isMedium(text: string): boolean {
  return (
    agencies.test(text) ||
    (/\p{Lu}/u.test(text)
      ? mediaWords.test(text)
      : /\b(?:newspaper|news agency|broadcaster|magazine|radio station|television station|news outlet)\b/.test(text))
  );
}
