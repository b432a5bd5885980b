const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

// All in lower case, without the full stop.

/** Titles and parts of names of places that stand before a name: no sentence ends after them. */
export const beforeName = set(
  'mr mrs ms messrs mlle mme mx dr drs prof profs gen gens lt col sgt capt cmdr cpl pvt maj adm brig sen sens rep reps ' +
    'gov govs rev hon pres amb supt det insp asst atty st ste ft mt vs',
);

/** Abbreviations after which a sentence may end; it does where the next word looks like a beginning. */
export const generalAbbreviations = set(
  'inc corp co cos ltd bros llc plc mfg assn assoc dept univ inst etc al ca cf eg ie viz approx est ext esp incl jr sr esq ' +
    'ave blvd rd hwy rte pkwy bldg apt tel attn misc intl natl govt lbs oz yds hr hrs mins secs yrs mos pt pts ' +
    'jan feb apr jul aug sept oct nov dec tue tues thu thur thurs fri div dist',
);

/** States of the US and provinces of Canada, as newspapers shorten them; only with a capital: "Boston, Mass." */
export const states = set(
  'calif fla ariz colo conn mich minn tenn okla ore nev neb mont wis wyo kan ala ga ky md va vt tex pa que ont alta sask',
);

/** Abbreviations that are words as well: only with a capital and before a comma, a digit, a dash or a small letter. */
export const capitalisedAbbreviations = set('mar sat sun mon wed jun sep mass miss wash ill ind la del ark mo fig sec');

/** Abbreviations only before a number: "No. 3", "pp. 4–5". */
export const beforeNumber = set('no nos pp vol vols art arts sec secs fig figs ch chs eq eqs sect para paras ver op');

/** Words after which a single capital is no initial: "vitamin C.", "plan B." */
export const letterNames = set(
  'vitamin vitamins plan hepatitis group type class grade section part option exhibit schedule annex appendix series ' +
    'table gate unit block level team',
);

/** Words with which sentences begin and names do not: after them "U.S." or "Inc." ended a sentence. */
export const sentenceStarters = set(
  'the a an this that these those he she it they we i you his her its their our my in on at for from by with as after ' +
    'among under during despite over between before when while but and if there one some many most no not what who how ' +
    'why where according although though ' +
    'since because however meanwhile so such both each every all any another other two three several more to is was did',
);
