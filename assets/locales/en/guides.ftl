### Guides: articles that are read step by step.

## Walking through one

guide-step = Step { $number }:
guide-question = Did it work?
guide-worked = It worked
guide-not = It did not
guide-did-work = worked
guide-did-not-work = did not work
guide-done = What you did so far
guide-all = All steps on one page
guide-to-solved = solved
guide-to-contact = reach a person
guide-to-ask = ask the forum
guide-solved = Solved
guide-solved-explained = Good to know. It is counted, so that whoever keeps this guide sees that it helps.
guide-again = It came back: begin again
guide-contact = A person has to look at this
guide-contact-explained = Tell them what you did; it stands below.
guide-ask = Ask the forum instead
guide-ask-title = { $guide } – the guide did not help
guide-ask-followed = I followed the guide { $guide }:
guide-ask-now = What happens now:
notice-guide-changed = This guide was changed meanwhile, or the address is not complete. It begins here.
notice-guide-is-article = This is read from the top to the end now.

## Writing one

article-field-kind = How it is read
article-field-kind-hint = A guide shows one step at a time and asks after each whether it worked.
article-kind-article = An article: from the top to the end
article-kind-guide = A guide: step by step
guide-help = How a guide is written
guide-help-steps = Each heading is a step. “It worked” ends the guide; “It did not” leads to the next step, and after the last one to the ask form. That is all that most guides need.
guide-help-lines = Where a step leads elsewhere, say so in its last lines:
guide-help-example =
    ## Is the ring amber?

    Look at the hub from above.

    It worked: Restart the router
    It did not: contact

    ## Restart the router

    Pull its plug for ten seconds.
guide-help-endings = After the colon stands the name of a step, or one of these words: next, solved, contact, ask.
guide-check = Check the steps
guide-checked = Where the steps lead

## Who looks after one

guide-leaving = Where people leave this guide
guide-leaving-hint = How often each step was answered, and how many were led to it and gave no answer.
guide-column-step = Step
guide-column-left = Left there
notice-article-was-no-guide = Nothing was changed: that version is no guide. Change the article to one that is read from the top to the end first.

## Problems

problem-guide-no-step = A guide needs steps. Begin each with a heading, such as ## Restart the router.
problem-guide-steps-many = A guide has at most { $limit } steps. Make two guides of it.
problem-guide-step-unnamed = Step { $limit }: its heading has no words.
problem-guide-step-reserved = Step { $limit }: its heading is a word that ends a guide. Give it another name.
problem-guide-step-twice = Step { $limit }: a step before it has the same name. Give it another one.
problem-guide-exit-twice = Step { $limit }: it says twice where the same answer leads. Keep one of the lines.
problem-guide-worked-unknown = Step { $limit }: what stands after “It worked” is neither the name of a step nor next, solved, contact or ask.
problem-guide-not-unknown = Step { $limit }: what stands after “It did not” is neither the name of a step nor next, solved, contact or ask.
problem-guide-step-unreached = Step { $limit }: no other step leads to it. Name it in one, or take it out.
problem-guide-step-endless = Step { $limit }: whatever is answered from there on, it goes round for ever. Lead one answer to solved, contact or ask.
