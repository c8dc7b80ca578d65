//! The words by which quotations, signatures and notices are known, in many languages and programs.
//!
//! All are written as [`folded`] makes them: in lower case, with plain apostrophes, colons and spaces.

mod closings;

use std::sync::LazyLock;

pub(super) use closings::{CONTACTS, DEVICES, MINE, NOTICE_HEADINGS, NOTICE_WORDS, NOTICES, SENT_FROM, SIGN_OFFS};

/// Words to look for.
pub(super) type Words = LazyLock<Vec<&'static str>>;

/// Words between bars; a blank at an end counts.
macro_rules! words {
    ($text:literal) => {
        LazyLock::new(|| $text.split('|').collect())
    };
}
use words;

/// A line to compare: in lower case, one space between words, no signs of emphasis, nothing that is not seen.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        let plain = match character {
            '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{FEFF}'
            | '\u{AD}'
            | '*' => continue,
            '’' | '‘' | '`' | '´' => '\'',
            '：' => ':',
            '＜' => '<',
            '＞' => '>',
            '＠' => '@',
            '０'..='９' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
            other if other.is_whitespace() => ' ',
            other => other,
        };
        if plain == ' ' && (folded.is_empty() || folded.ends_with(' ')) {
            continue;
        }
        folded.extend(plain.to_lowercase());
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Whether a line says anything.
pub(super) fn has_words(text: &str) -> bool {
    text.chars().any(|c| c.is_alphanumeric() || is_picture(c)) || text.contains(['?', '!', '+', '^'])
}

/// Emoji are words too: a thumb may be the whole answer.
fn is_picture(character: char) -> bool {
    matches!(character, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
        && !matches!(character, '\u{2500}'..='\u{257F}')
}

/// Whether a line is a rule made of signs.
pub(super) fn is_rule(text: &str) -> bool {
    text.chars().count() >= 2 && text.chars().all(|c| "-_=*~─━—–＿＊=+#・. ".contains(c))
}

/// Words before a date.
pub(super) static INTRODUCTIONS: Words = words!(
    "on |pada |pd |am |le |el |noong |nung |nuong |il |em |op |den |dne |dnia |w dniu |na |в |vào |a |lúc |\
     ngày |tarihinde |kello |på |d. |i dag |ada |sa |tanggal |hari |at "
);

/// The verb that says that somebody wrote.
pub(super) static WROTE: Words = words!(
    " wrote|menulis| tulis|ditulis|schrieb|geschrieben| a écrit| a ecrit|escribió|escribio|isinulat|sinulat |\
     sumulat|nagsulat|のメール|のメッセージ|書きました|は書|からのメール|によるメール|escreveu|ha scritto|schreef|geschreven| skrev|\
     kirjoitti|napisał|napsal|пишет|писал|написал|写道|寫道|님이 작성|작성:|đã viết|yazdı|va escriure|a scris|írta|\
     έγραψε|เขียน|følgende|folgendes"
);

/// What a field above a quoted message tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    From,
    Date,
    To,
    Subject,
    Other,
}

/// The names of the fields above a quoted message, by what they tell.
pub(super) static FIELDS: LazyLock<Vec<(Field, Vec<&'static str>)>> = LazyLock::new(|| {
    let named = |field, names: &'static str| (field, names.split('|').collect());
    vec![
        named(
            Field::From,
            "from|von|absender|de|expéditeur|remitente|dari|pengirim|mula|mula sa|mula kay|galing|galing kay|galing sa|\
             nagpadala|差出人|送信者|送信元|da|van|från|fra|lähettäjä|od|от|от кого|发件人|寄件者|보낸 사람|từ|kimden|nadawca|feladó",
        ),
        named(
            Field::Date,
            "sent|date|sent on|gesendet|gesendet am|datum|envoyé|envoye|envoyé le|date d'envoi|enviado|enviado el|\
             enviada|fecha|dikirim|terkirim|tanggal|tgl|waktu|dikirim pada|ipinadala|ipinadala noong|naipadala|petsa|\
             送信日時|日時|日付|送信日|送信済み|inviato|data|enviado em|enviada em|verzonden|skickat|sendt|lähetetty|odesláno|\
             wysłano|дата|отправлено|发送时间|日期|寄件日期|보낸 날짜|날짜|ngày|tarih",
        ),
        named(
            Field::To,
            "to|an|empfänger|à|a|para|destinataire|destinatario|kepada|ke|untuk|penerima|para kay|para sa|kay|sa|\
             tatanggap|宛先|受信者|送信先|aan|till|til|vastaanottaja|komu|do|кому|收件人|收件者|받는 사람|kime|đến",
        ),
        named(
            Field::Subject,
            "subject|betreff|betr.|objet|sujet|asunto|subjek|perihal|hal|judul|topik|paksa|件名|題名|oggetto|assunto|\
             onderwerp|ämne|emne|aihe|předmět|temat|тема|主题|主旨|제목|konu|chủ đề",
        ),
        named(
            Field::Other,
            "cc|bcc|ccn|cci|kopie|copie à|copia|tembusan|抄送|reply-to|reply to|antwort an|répondre à|responder a|\
             balas ke|返信先|importance|priority|wichtigkeit|priorität|importancia|attachments|anlagen|pièces jointes|\
             datos adjuntos|lampiran|添付ファイル|organization|newsgroups|resent-from",
        ),
    ]
});

/// What stands between rules above what was answered.
pub(super) static ORIGINAL: Words = words!(
    "original message|original mail|original email|original e-mail|original|originial message|reply message|\
     previous message|ursprüngliche nachricht|ursprungliche nachricht|originalnachricht|original-nachricht|\
     original nachricht|ursprüngliche mail|originalmeldung|ursprüngliche e-mail|message d'origine|\
     message original|message initial|message originel|message précédent|e-mail d'origine|courriel original|\
     mensaje original|correo original|mensaje anterior|mensaje de origen|pesan asli|pesan awal|pesan original|\
     pesan sebelumnya|email asli|pesan orisinal|pesan semula|orihinal na mensahe|orihinal na mensaje|\
     ang orihinal na mensahe|original na mensahe|orihinal na email|元のメッセージ|元のメール|オリジナルメッセージ|オリジナルのメッセージ|\
     original message(元のメッセージ)|元メッセージ|元のメール本文|mensagem original|messaggio originale|oorspronkelijk bericht|\
     origineel bericht|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|\
     wiadomość oryginalna|původní zpráva|исходное сообщение|原始邮件|原始郵件|원본 메시지|orijinal mesaj|tin nhắn gốc"
);

/// What stands between rules above what is handed on.
pub(super) static FORWARDED: Words = words!(
    "forwarded message|forwarded mail|forwarded email|forward message|weitergeleitete nachricht|\
     weitergeleitete mail|message transféré|message transmis|message réexpédié|mensaje reenviado|\
     mensaje renviado|pesan terusan|pesan diteruskan|pesan yang diteruskan|email terusan|ipinasang mensahe|\
     ipinasa na mensahe|na-forward na mensahe|naipasang mensahe|転送されたメッセージ|転送メッセージ|転送メール|転送されたメール|\
     mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|vidarebefordrat meddelande|转发的邮件|轉寄的郵件|\
     пересылаемое сообщение"
);

/// What some programs write above what is handed on, without rules.
pub(super) static BEGINNINGS_OF_FORWARDED: Words = words!(
    "begin forwarded message|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail|\
     début du message réexpédié|début du message transféré|inicio del mensaje reenviado|mulai pesan terusan|\
     mulai pesan yang diteruskan|awal pesan yang diteruskan|simula ng ipinasang mensahe|転送されたメッセージ|\
     inizio messaggio inoltrato|início da mensagem encaminhada"
);
