/** Forms of the commonest verbs of saying: enough to tell "she said" after a quotation, before any tagging. */
export const speechForms = new Set(
  (
    'said says say told tells added adds wrote writes asked asks explained explains noted notes argued argues continued continues recalled recalls ' +
    'replied replies insisted insists warned warns tweeted joked according concluded responded stated declared announced'
  ).split(' '),
);
