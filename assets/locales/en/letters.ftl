### Letters. `$site` is the name of the site, `$name` the reader's name; both may stand in every phrase.

letter-greeting = Hello { $name },
letter-address-below = If the button does not work, open this address:

## Confirm an address

letter-confirm-subject = Confirm your address for { $site }
letter-confirm-why = Somebody signed up at { $site } as { $name } with this address. If it was you, confirm it, and the account is yours.
letter-confirm-question = Your question is kept. It is posted as soon as the address is confirmed.
letter-confirm-button = Confirm your address
letter-confirm-until = The link works once, within two days.
letter-confirm-not-you = If it was not you, do nothing: without a confirmation there is no account.

## Somebody signed up again

letter-registered-subject = You already have an account at { $site }
letter-registered-why = Somebody signed up at { $site } with this address. It already has an account, { $name }, so nothing was changed. If it was you, sign in.
letter-registered-button = Sign in
letter-registered-question = A question was written with it and is kept. If it is yours, read it and post it from your account. Nothing else about the account changes.
letter-registered-question-button = Read and post the question
letter-registered-forgotten = Forgot the password? Choose another one at { $forgotten }
letter-registered-not-you = If it was not you, there is nothing to do.

## Choose a password

letter-forgotten-subject = Choose a password for { $site }
letter-forgotten-why = Somebody asked to choose a password for your account { $name } at { $site }. If it was you, go on here.
letter-forgotten-button = Choose a password
letter-forgotten-until = The link works once, within two hours. Choosing a password signs the account out everywhere.
letter-forgotten-not-you = If it was not you, do nothing: the password stays as it is.

## The password was changed

letter-changed-subject = Your password at { $site } was changed
letter-changed-what = The password of your account { $name } was just changed, and every other browser was signed out.
letter-changed-not-you = If it was you, there is nothing to do. If it was not you, choose another password now.
letter-changed-button = Choose another password

## Specimens, of a forum that has nothing yet

specimen-question = How do I reset the hub?
specimen-answer = Hold the button for ten seconds, until the light blinks.
specimen-article = Reset the hub
specimen-short-answer = Hold the button for ten seconds.
