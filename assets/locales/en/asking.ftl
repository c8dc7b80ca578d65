### Help while asking: what may answer a question already, what should not stand in public, and whom to turn to.

suggestions-title = These may answer it already
suggestions-waiting = Others wait for this too
suggestions-told = { $count ->
    [one] Under the title stands { $count } question or article that may answer it.
   *[other] Under the title stand { $count } questions or articles that may answer it.
}
suggestions-different = My question is different
suggestions-differed = Then go on: your question is a new one.
suggestion-solved = This solved it
suggestion-me-too = Me too
suggestion-beside = (opens beside this page)
notice-solved-while-asking = Thank you for saying that this solved it. Nothing was posted.

ask-step-title = These may answer it already
ask-step-explained = Your question is not posted yet. Everything that you typed is kept.
ask-step-post = My question is different: post it
ask-step-sign-up = My question is different: sign up and post it
ask-step-post-as-is = My question is different: post it as it is
ask-step-change = Change my question
ask-step-password = Type it once more: a page never sends a password back.
ask-post-as-is = Post it as it is
ask-sign-up-as-is = Sign up and post it as it is

secrets-title = This may not belong in public
secrets-next = Everybody can read what is posted, and search engines keep it. Take out what is private, or post it as it is.
secret-email-address = an e-mail address
secret-phone-number = a phone number
secret-card-number = a card number
secret-iban = the number of a bank account
secret-key = a password or a key
secret-of-answer = An answer to what the category asks

contact-or = Or reach a person:

admin-asking = Help while asking
admin-asking-explained = Whom people reach when the forum cannot help them, and how the effect of suggestions is measured.
setting-contact-label = Contact: name
setting-contact-label-hint = How the way to a person is called, such as “Write to our support”. Leave both fields empty to offer none.
setting-contact-address = Contact: address
setting-contact-address-hint = A page that begins with https://, an e-mail address after mailto:, or a number after tel:.
setting-holdout = Visitors without suggestions, in percent
setting-holdout-hint = From 0 to 50. These visitors ask as if there were no suggestions, so that you can see what suggestions change.
problem-contact = That leads nowhere safe. Begin with https://, mailto: or tel:, without blanks.
problem-holdout = Type a whole number from 0 to { $limit }.
problem-field-contact-label = Contact: name
problem-field-contact-address = Contact: address
problem-field-holdout = Visitors without suggestions
