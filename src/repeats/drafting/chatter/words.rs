//! The words by which talk is known, in the languages that the forum is offered in.
//!
//! Each list is one text: what stands between two commas is looked for as it is, folded as `search::words` folds.

/// How a text is greeted with; folded.
pub(super) const GREETINGS: &str = "hi, hello, hey, hiya, dear, greetings, welcome, good morning, good afternoon, good evening, good day, \
     halo, hai, selamat pagi, selamat siang, selamat sore, selamat malam, salam, kumusta, kamusta, magandang, \
     all, guys, folks";
/// What stands before a comma and says nothing.
pub(super) const FILLERS: &str = "yes, yep, yeah, well, so, ok, okay, ah, oh, hm, hmm, actually, basically, anyway, btw, by the way, \
     honestly, sure, of course, ya, iya, baik, oke, nah, oo, opo, sige, also, plus, and, but, first of all, \
     as you know, obviously, indeed, long story short, fwiw, in short, simply put, just fyi, fyi, afaik, \
     as far as i know";
/// What stands before a colon and says nothing.
pub(super) const LABELS: &str = "edit, update, answer, solution, tl dr, tldr, note, solved, jawaban, solusi, sagot";
/// Thanks.
pub(super) const THANKS: &str = "thank, thanks, thx, thankyou, cheers, terima kasih, makasih, trims, salamat";
/// That it works now, which helps nobody else.
pub(super) const WORKS: &str = "works fine, works great, works well, works perfectly, works now, works again, works for me, \
     worked for me, worked great, worked fine, worked perfectly, working fine, working now, working again, \
     works like a charm, problem solved, issue solved, bekerja dengan baik, berfungsi dengan baik, sudah bisa, \
     sudah berhasil, gumagana na, maayos na";
/// What is only talk, wherever it stands.
pub(super) const TALK: &str = "hope this, hope that, hope it, hope you, let me know, let us know, good luck, youre welcome, \
     you are welcome, my pleasure, best regards, kind regards, happy coding, have fun, feel free, mark this as, \
     mark it as, accept this answer, accept the answer, upvote, upvoted, downvote, im glad, glad to, glad you, \
     sorry, apologies, good question, great question, interesting question, me too, same here, same problem, \
     same issue, bump, haha, lol, imho, correct me if, took me a while, semoga membantu, semoga bermanfaat, \
     saya juga mengalami, maaf, sana makatulong, pasensya, ako rin, not sure, hopes this, this helps, \
     that helps, it helps you, just my, my two cents, any news, any update";
/// What makes sense in its thread only.
pub(super) const BOUND: &str = "as i said, as i wrote, as said, as mentioned, as already, already mentioned, mentioned above, \
     mentioned earlier, mentioned before, see above, above post, post above, above comment, comment above, \
     answer above, answers above, above answer, above answers, answer below, other answer, other answers, \
     another answer, accepted answer, previous answer, previous post, earlier post, this thread, this topic, \
     that thread, your post, your question, your questions, your screenshot, your log, your logs, your code, \
     your example, your case, your comment, your description, your problem, your issue, your error, your first, \
     your second, you posted, you wrote, you said, you mentioned, you asked, you describe, you described, \
     you are asking, youre asking, you are describing, you provided, you linked, the op, op is, i see you, \
     i assume you, looks like you, look like you, seems you, seems like you, sounds like you, the comments, \
     this comment, this question, the question, this answer, my answer, my comment, asked here, answered here, \
     duplicate of, voting to close, pertanyaan anda, pertanyaanmu, kode anda, yang anda tulis, di atas tadi, \
     utas ini, tanong mo, sabi mo, code mo, thread na ito, a quick google, google it, bisa dicoba lagi, \
     as follows in, the above, given above, link above, links above, posted above, linked above, shown above, \
     you did, you probably, you seem, you were, you tried, you must have, you are trying, youre trying, \
     your situation, your setup";
/// Who speaks of themselves; as typed, small.
pub(super) const OWN: &str = "i, i'm, i've, i'd, i'll, my, me, mine, myself, saya, aku, gue, ako, akin";
/// Whose advice is worth reading although they speak of themselves.
pub(super) const ADVISING: &str = "recommend, suggest, advise, sarankan, menyarankan, iminumungkahi, mungkahi";
/// What leans on the sentence before it; folded.
pub(super) const LEANING: &str = "it, its, this, that, thats, these, those, they, them, their, he, she, then, otherwise, so, but, however, \
     therefore, thus, hence, and, or, because, which, such, both, afterwards, after that, in that case, \
     in this case, if so, if not, for example, for instance, e g, eg, i e, additionally, moreover, furthermore, \
     similarly, likewise, same, ini, itu, lalu, kemudian, tapi, tetapi, namun, karena, sehingga, selain itu, \
     misalnya, ito, iyon, iyan, pagkatapos, tapos, pero, kaya, halimbawa, again, also, another, one of them, \
     the latter, the former, the second, the other, the above, as above, done, there it, here it, by this, \
     with this, with that, in other words, as such, as a result, that said, unfortunately it, at this point, \
     meaning, still, yes, no, yep, nope, anyway, in this, in that, in these, in those, one more, another one, \
     too bad, even then, until then, since then, if that, if this, if it, when this, when that, once that, \
     once this, apart from that, besides that, other than that, instead";
/// How a text is signed.
pub(super) const SIGNATURES: &str = "regards, best, best regards, kind regards, warm regards, cheers, sincerely, yours, best wishes, salam, \
     hormat saya, lubos na gumagalang";
/// What somebody did, when a sentence begins with it.
pub(super) const OWN_DEEDS: &str = "changed, added, fixed, tried, found, got, did, made, managed, solved, figured, tested, updated, removed, noticed, \
     checked, downloaded, installed, went, thought, wondered, nevermind, never mind";

/// What a list holds, one by one.
pub(super) fn listed(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(", ")
}
