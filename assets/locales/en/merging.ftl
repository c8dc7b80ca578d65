### Duplicates, merging one thread into another, and known problems.

act-merge = Merge
merge-title = Merge into another thread
merge-explained = What stands here moves to another thread that asks the same.
merge-find = Into which thread?
merge-find-hint = Its address, its number, or words that find it.
merge-find-button = Find
merge-found = Choose the one that stays
merge-this = This thread
merge-that = goes into
merge-other = Another thread
merge-will = What will happen
merge-will-move = { $count ->
    [0] Its text becomes a reply there, signed by its author.
    [one] Its text becomes a reply there, signed by its author, and its { $count } reply moves along, with comments and votes.
   *[other] Its text becomes a reply there, signed by its author, and its { $count } replies move along, with comments and votes.
}
merge-will-lead = Every address of this thread leads there.
merge-will-join = Whoever has this problem is counted there.
merge-will-bring-answer = The accepted answer comes along: the other question is resolved by it.
merge-will-keep-answer = The other question keeps the answer that was accepted there.
merge-will-undo = It can be undone. What is posted there meanwhile stays there.
merge-will-hide = Fewer people see the other thread: those who are not signed in will no longer see what stands here.
merge-will-hide-staff = Only the staff sees the other thread: nobody else will see what stands here any more.
merge-reason = Why? Other moderators read it.
merge-button = Merge
merge-refused-itself = These are the same thread. Choose another one.
merge-refused-deleted = One of them is deleted or was merged meanwhile.
merge-refused-other-kind = They are of different kinds: a question goes into a question, a discussion into a discussion.
merge-refused-wider-audience = More people see the other thread than this one. Move that one first, so that nothing becomes public by accident.
merge-refused-circle = The other thread is closed as a duplicate of this one. Merge that one into this one, or reopen it first.
opening-question = Asked as a question of its own:
opening-thread = Begun as a thread of its own:
unmerge-open = Undo the merge
unmerge-explained = Its text and its replies go back to a thread of their own, with what was said to them meanwhile. What else was posted here stays here.
unmerge-button = Take apart
notice-merged = The threads are merged. This is what the other one began with.
notice-merged-before = Somebody has merged it already. This is where it stands.
notice-unmerged = The thread stands by itself again.
notice-merged-on = This thread was merged on into another one. Undo that first.
problem-field-merge-reason = Reason
problem-field-into = The other thread
problem-field-q = The other thread
problem-thread-missing = There is no such thread. Try other words.
problem-words-find-none = These words find no thread. Try others, or paste its address.
problem-original-choose = Choose one of those that the words find, or type others.
problem-original-itself = That is this very thread. Name another one.
problem-original-circle = That one was closed as a duplicate of this one. Open it again first.
close-found = One of these
thread-duplicates = { $count ->
    [one] asked once more
   *[other] asked { $count } more times
}

## Known problems

known-problems = Known problems
known-problems-told = { $count ->
    [one] { $count } problem is known here.
   *[other] { $count } problems are known here.
}
mark-known-problem = Known problem
thread-problem-known = A known problem since
thread-problem-solved = This problem was solved
step-problem = Do you have this too?
act-tell-problem = Known problem
act-solve-problem = Solved
tell-problem-in = In which category do people ask about it?
tell-problem-hint = Whoever is about to ask there sees this announcement first.
tell-problem-button = Show it there
solve-problem-explained = It is no longer shown to those who ask.
solve-problem-button = This is solved
notice-problem-told = Whoever asks in that category sees this first.
notice-problem-solved = The problem is solved: it is no longer shown to those who ask.
