### One's own account: its address, its sessions, its data, its end; what answers did for others; hints for beginners.

## Settings

settings-account = Address and password
settings-data = My data
settings-name-hint = Everybody sees it beside your posts. It can be changed once a day.
problem-name-soon = You changed your name not long ago. You can change it again in { $wait }.

## The address

settings-address = E-mail address
field-new-email = New e-mail address
settings-address-hint = A letter to the new address confirms it, within two days. Your present address is told. Once it is confirmed, every other browser is signed out.
settings-address-waits = { $email } waits to be confirmed: follow the link in its letter.
settings-address-cancel = Keep the present address
settings-change-address = Send the letter
problem-address-same = That is your address already.
settings-password-ends = Changing the password signs out every other browser, and a letter tells you.
notice-address-asked = A letter is on its way to the new address. Follow its link within two days.
notice-address-cancelled = The address stays as it is.
notice-address-changed = The address is changed. Every other browser is signed out.
address-title = Confirm your new address
address-who = { $email } becomes the address of the account { $name }.
address-ends = Every other browser is signed out.
address-button = Use this address
address-not-you = If you did not ask for this, close this page: nothing happens.
address-expired = Links to confirm an address work once, for two days, and only while nobody else has the address. Ask for a new letter in your settings.
address-expired-way = Settings

## Sessions

session-about = Of each browser only its kind and a part of its network’s address are kept.
session-network = Network
session-acts = Sign out
session-end = Sign out
notice-session-ended = That browser is signed out.

## One's data

data-title = Download my data
data-about = One file (JSON) with your account and everything that you wrote and did here: threads, answers and comments as you typed them with their earlier versions, votes, thanks and accepted answers, what you read, where you signed in, what you were told of and want to hear of, and what you agreed to. Up to three times a day.
data-download = Download

## Closing the account

leave-title = Close the account
leave-short = Your name, your address and what you say of yourself are removed. What you wrote stays, without your name.
leave-way = Close the account …
leave-goes = Your name, address, password, profile and sessions are removed. Your name becomes free for others.
leave-stays = Your questions, answers and comments stay, signed “former member”. If some should go, delete them first.
leave-letters = No more letters come, but for one that confirms it.
leave-for-good = It cannot be undone, by nobody.
leave-data-first = Download my data first
leave-confirmation = Your name
leave-confirmation-hint = Type { $name } to confirm.
leave-button = Close my account for good
leave-last-admin = You are the only administrator who can sign in. Make somebody else administrator first.
problem-close-name = That is not your name. Type it as it stands above.
notice-account-closed = Your account is closed. Thank you for having been here.
user-closed-title = This account is closed
user-closed = Whoever it was has left. What they wrote stays, signed “former member”.

## What answers did for others

user-solved = { $count ->
    [one] Solved { $count } question
   *[other] Solved { $count } questions
}
user-helped = { $count ->
    [one] Helped { $count } person
   *[other] Helped { $count } people
}
user-votes = { $count ->
    [one] { $count } vote received
   *[other] { $count } votes received
}
user-thanks = { $count ->
    [one] { $count } thanks
   *[other] { $count } thanks
}
user-recently-solved = Solved lately
thank-button = Thank
thanked-button = Thanked
thanks-count = { $count ->
    [one] { $count } thanks
   *[other] { $count } thanks
}
notice-thanked = You said thanks.
notice-unthanked = Your thanks are taken back.
helpers-title = Helpers of the month
helpers-count = { $count ->
    [one] { $count } accepted answer in thirty days
   *[other] { $count } accepted answers in thirty days
}

## Hints for whoever begins

hints-dismiss = Do not show this again
notice-hints-dismissed = The hints will not come back.
hint-admin = Your forum has a few first steps to take.
hint-admin-way = See the first steps
hint-moderator = You look after this forum now.
hint-moderator-may = What you may do
hint-moderator-log = What others did
hint-moderator-unanswered = What waits for an answer
first-step-letters = Let letters go out
first-step-letters-why = Without a mail server (SMTP_URL) letters are only written into files, and nobody can confirm an address.
first-step-help = Find somebody to help
first-step-help-why = Make somebody a helper, a moderator or another administrator, on the page of people.

## Letters: another address

letter-address-subject = Confirm your new address for { $site }
letter-address-why = Somebody asked to use this address for the account { $name } at { $site }. If it was you, confirm it.
letter-address-button = Use this address
letter-address-until = The link works once, within two days. Afterwards every other browser is signed out.
letter-address-not-you = If it was not you, do nothing: nothing changes.
letter-taken-subject = Your address already has an account at { $site }
letter-taken-why = Somebody asked to use this address for another account at { $site }. It already belongs to your account { $name }, so nothing was changed.
letter-taken-button = Sign in
letter-taken-not-you = If it was you, sign in with this address, or free it first. If it was not you, there is nothing to do.
letter-asked-subject = Another address was asked for at { $site }
letter-asked-what = Somebody who is signed in to your account { $name } and knows its password asked to change its address to { $new }. It changes once the letter to that address is answered.
letter-asked-not-you = If it was you, there is nothing to do. If it was not you, choose another password now: that signs everybody out and stops the change.
letter-asked-button = Choose another password
letter-moved-subject = Your address at { $site } was changed
letter-moved-what = The address of your account { $name } at { $site } is now { $new }. Letters about the account no longer come here.
letter-moved-not-you = If it was you, there is nothing to do. If it was not you, tell the people who run the forum at once: they can see to your account.
letter-moved-button = Go to the forum

## Letters: a sign-in, the end

letter-new-subject = A new sign-in to your account at { $site }
letter-new-what = Somebody signed in to your account { $name } with { $browser } from the network { $network }, at { $at }. You were not seen there before.
letter-new-not-you = If it was you, there is nothing to do. If it was not you, sign that browser out and change your password.
letter-new-button = See where you are signed in
letter-closed-subject = Your account at { $site } is closed
letter-closed-what = Your account { $name } at { $site } was closed. Its name, address and password are removed; what you wrote stays, signed “former member”.
letter-closed-not-you = This is the last letter that comes here. If it was not you, tell the people who run the forum.
letter-closed-button = Go to the forum
