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

## What came by mail

letter-question-subject = Confirm your question on { $site }
letter-question-why = You wrote a question to { $site } by mail. It is not posted yet; read and confirm it first:
letter-question-account = You have no account here yet. Confirming makes one for this address, with the name { $name }. You can choose a password later.
letter-question-button = Read and post my question
letter-question-not-you = If you did not write it, do nothing: it is deleted within two days.
letter-unposted-subject = Your message was not posted: { $subject }
letter-unposted-what = Your message “{ $subject }” to { $site } was not posted.
letter-unposted-other-sender = It came from another address than that of the account whose letter it answers. Answer from the account’s address, or write on the page.
letter-unposted-bad-token = The address that it went to is none that this forum gave you. Answer the letter itself, without changing the address.
letter-unposted-suspended = Your account is suspended.
letter-unposted-consent = There is a newer version of the documents that members agree to. Sign in, read and agree, then send it again.
letter-unposted-no-thread = The thread is not there any more, or you may no longer see it.
letter-unposted-locked = The thread takes no more answers from you.
letter-unposted-nothing = There were no words of yours above the quotation. Write above it, or between its lines.
letter-unposted-unfit = It cannot be a post as it is: it needs a subject of 6 to 200 characters, and at most 64 kilobytes of text.
letter-unposted-no-category = No category takes questions by mail at this address. Ask on the page instead.
letter-unposted-sign-up-closed = The forum takes no new accounts at present.
letter-unposted-thread = Open the thread
letter-unposted-forum = Open the forum
letter-unposted-once = A message is answered once. This letter was written by a program; answers to it are not read.
by-mail-left-out = { $more ->
    [0] Not taken along: { $names }
    [one] Not taken along: { $names } and 1 more
   *[other] Not taken along: { $names } and { $more } more
}
specimen-confirm-question = A question by mail is to be confirmed
specimen-unposted = A message was not posted
