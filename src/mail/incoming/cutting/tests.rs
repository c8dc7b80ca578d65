use super::*;

fn kept_of(text: &str) -> String {
    let lines: Vec<Line> = text
        .lines()
        .map(|line| {
            let words = line.trim_start_matches(['>', ' ']);
            let depth = line.chars().take_while(|c| ">".contains(*c)).count();
            Line {
                text: if depth > 0 { words } else { line }.to_owned(),
                depth,
                mark: Mark::None,
            }
        })
        .collect();
    let kept = kept(&lines);
    let own = lines.iter().zip(kept).filter(|(_, kept)| *kept);
    let own: Vec<&str> = own.map(|(line, _)| line.text.as_str()).collect();
    own.join("\n").trim().to_owned()
}

#[test]
fn a_line_that_says_who_is_quoted_goes_with_the_quotation() {
    for attribution in [
        "On Nov 27, 2026, at 9:58 AM, Ada Lovelace <ada@example.com> wrote:",
        "On Fri, Nov 27, 2026, 9:58 AM Ada <ada@example.com> wrote:",
        "On 2026-11-27 09:58, Ada Lovelace wrote:",
        "On Fri, 27 Nov 2026 09:58:00 +0000\nAda Lovelace <ada@example.com> wrote:",
        "On Fri, Nov 27, 2026 at 09:58:00AM +0000, Ada Lovelace wrote:",
        "On Fri, Nov 27, 2026 at 9:58 AM Ada Lovelace via Support forum\n<forum@forum.example.org> wrote:",
        "On Fri, Nov 27, 2026 at 9:58 AM Ada Lovelace <\nada.lovelace.with.a.long.name@example.com> wrote:",
        "Ada Lovelace <ada@example.com> wrote on 27/11/2026 09:58:",
        "Ada Lovelace wrote:",
        "Ada Lovelace <ada@example.com> writes:",
        "*On Friday, 27 November 2026, Ada <ada@example.com> wrote:*",
        "Am Freitag, den 27. November 2026 um 09:58 schrieb Ada Lovelace:",
        "Ada Lovelace schrieb am 27.11.2026 um 09:58:",
        "Am Fr., 27. Nov. 2026 um 09:58 Uhr schrieb Ada Lovelace <\nada@example.com>:",
        "Am 27.11.2026 09:58, schrieb Ada Lovelace:",
        "Le vendredi 27 novembre 2026 à 09:58, Ada Lovelace <ada@example.com> a\nécrit :",
        "Le 27/11/2026 09:58, « Ada » a écrit :",
        "El 27/11/2026 a las 9:58, Ada Lovelace escribió:",
        "El vie., 27 de nov. de 2026 9:58 a. m., Ada Lovelace <ada@example.com>\nescribió:",
        "Pada Jum, 27 Nov 2026 09:58 Ada Lovelace <ada@example.com> menulis:",
        "Pada tgl 27/11/2026 09:58, Ada Lovelace menulis:",
        "Noong Biy, 27 Nob 2026 nang 9:58 AM, sinulat ni Ada Lovelace <ada@example.com>:",
        "Noong Biy, Nob 27, 2026, 9:58 AM Ada Lovelace <ada@example.com> ay sumulat:",
        "2026年11月27日(金) 9:58 山田太郎 <taro@example.co.jp>:",
        "2026/11/27 9:58、山田太郎 <taro@example.co.jp> のメール:",
        "2026年11月27日 9:58、山田太郎 <taro@example.co.jp>のメール：",
        "2026/11/27 9:58に、山田太郎さんは書きました:",
        "Em sex., 27 de nov. de 2026 às 09:58, Ada <ada@example.com> escreveu:",
        "Il giorno ven 27 nov 2026 alle ore 09:58 Ada <ada@example.com> ha scritto:",
        "Op vr 27 nov. 2026 om 09:58 schreef Ada <ada@example.com>:",
        "пт, 27 нояб. 2026 г. в 09:58, Ada <ada@example.com>:",
        "2026年11月27日 09:58,Ada <ada@example.com> 写道:",
    ] {
        let quoted = format!("That was it.\n\n{attribution}\n\n> Which driver?\n> And more?\n");
        assert_eq!(kept_of(&quoted), "That was it.", "{attribution}");
        let tight = format!("That was it.\n\n{attribution}\n> Which driver?\n");
        assert_eq!(kept_of(&tight), "That was it.", "{attribution}");
    }
}

#[test]
fn a_quotation_that_nothing_marks_ends_the_message_too() {
    for heading in [
        "On Friday, November 27, 2026 at 09:58:00 AM GMT+8, Ada <ada@example.com> wrote:",
        "On Fri, Nov 27, 2026 at 9:58 AM Ada Lovelace <ada@example.com>\nwrote:",
        "Am Freitag, 27. November 2026, 09:58:00 MEZ hat Ada <ada@example.com> Folgendes geschrieben:",
        "Le vendredi 27 novembre 2026 à 09:58:00 UTC+1, Ada <ada@example.com> a écrit :",
        "Pada Jumat, 27 November 2026 09.58.00 WIB, Ada <ada@example.com> menulis:",
        "2026年11月27日(金) 9:58 山田太郎 <taro@example.co.jp>:",
        "-----Original Message-----\nFrom: Ada\nSent: Friday\nTo: Bob\nSubject: x",
        "----- Original Message -----\nFrom: \"Ada\" <ada@example.com>\nTo: <bob@example.com>\nSent: Friday, November 27, 2026 9:58 AM\nSubject: x",
        "________________________________\nFrom: Ada <ada@example.com>\nSent: Friday, November 27, 2026 9:58 AM\nTo: Bob <bob@example.com>\nSubject: Re: x",
        "________________________________\n From: Ada <ada@example.com>\nTo: bob@example.com \nSent: Friday, November 27, 2026 9:58 AM\nSubject: Re: x",
        "From: Ada <ada@example.com>\nDate: Friday, 27 November 2026 at 09:58\nTo: Bob <bob@example.com>,\n Carol <carol@example.com>\nCc: Dan\nSubject: x",
        "*From:* Ada <ada@example.com>\n*Sent:* Friday, November 27, 2026 9:58 AM\n*To:* Bob\n*Subject:* x",
        "Von: Ada <ada@example.com> \nGesendet: Freitag, 27. November 2026 09:58\nAn: Bob\nBetreff: AW: x",
        "Gesendet: Freitag, 27. November 2026 um 09:58 Uhr\nVon: \"Ada\" <ada@example.com>\nAn: bob@example.com\nBetreff: x",
        "De : Ada <ada@example.com>\nEnvoyé : vendredi 27 novembre 2026 09:58\nÀ : Bob\nObjet : RE: x",
        "De: Ada [mailto:ada@example.com]\nEnviado el: viernes, 27 de noviembre de 2026 9:58\nPara: Bob\nAsunto: x",
        "Dari: Ada <ada@example.com>\nTanggal: Jumat, 27 November 2026 09.58\nKe: bob@example.com\nPerihal: x",
        "Mula kay: Ada <ada@example.com>\nPetsa: Biyernes\nPara kay: Bob\nPaksa: x",
        "差出人: Ada <ada@example.com>\n日時: 2026年11月27日金曜日 9:58\n宛先: Bob\n件名: x",
        "差出人： Ada <ada@example.com>\n送信日時： 2026年11月27日 9:58\n宛先： Bob\n件名： x",
        "------------------ Original ------------------\nFrom: \"Ada\" <ada@example.com>;\nDate: Fri, Nov 27, 2026 09:58 AM\nTo: \"Bob\"<bob@example.com>;\nSubject: x",
        "-------- Ursprüngliche Nachricht --------\nVon: Ada <ada@example.com>\nDatum: 27.11.26 09:58 (GMT+01:00)\nAn: bob@example.com\nBetreff: x",
        "-------- Original message --------From: Ada <ada@example.com> Date: 27/11/2026  09:58  (GMT+08:00) To: bob@example.com Subject: x",
        "---- On Fri, 27 Nov 2026 09:58:11 +0100 Ada <ada@example.com> wrote ---",
        "  On Fri, 27 Nov 2026 at 9:58, Ada<ada@example.com> wrote:   Which driver do you use?",
        "Pada Jum, 27 Nov 2026 pada 9:58, Ada<ada@example.com> menulis:   Driver apa?",
        "-------- Messaggio originale --------\nDa: Ada\nData: 27/11/26\nA: bob@example.com\nOggetto: x",
    ] {
        let message = format!("That was it.\n\n{heading}\n\nWhich driver?\n\nAnd more?\n");
        assert_eq!(kept_of(&message), "That was it.", "{heading}");
    }
}

const ADDED: &[&str] = &[
    "Sent from my iPhone",
    "Sent from my iPad",
    "Sent from my Samsung Galaxy smartphone.",
    "Sent from my Galaxy",
    "Sent from Yahoo Mail on Android",
    "Sent from Yahoo Mail for iPhone",
    "Sent from Outlook for Android<https://aka.ms/AAb9ysg>",
    "Get Outlook for iOS<https://aka.ms/o0ukef>",
    "Sent from Mail for Windows 10",
    "Sent from Mail<https://go.microsoft.com/fwlink/?LinkId=550986> for Windows",
    "Sent with Proton Mail secure email.",
    "Sent using Zoho Mail",
    "Yahoo Mail: Search, Organize, Conquer",
    "Sent from Proton Mail for Android",
    "Sent from my Android device with K-9 Mail. Please excuse my brevity.",
    "Sent via BlackBerry from T-Mobile",
    "Sent from Gmail Mobile",
    "Von meinem iPhone gesendet",
    "Gesendet von meinem iPad",
    "Von meinem Samsung Galaxy Smartphone gesendet.",
    "Gesendet von Outlook für Android",
    "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
    "Gesendet mit der GMX Mail App",
    "Von meinem/meiner Galaxy gesendet",
    "Envoyé de mon iPhone",
    "Envoyé depuis mon Samsung",
    "Envoyé à partir de Outlook pour Android",
    "Envoyé depuis Yahoo Mail pour Android",
    "Télécharger Outlook pour iOS",
    "Enviado desde mi iPhone",
    "Enviado desde mi dispositivo Samsung",
    "Enviado desde Outlook para Android",
    "Obtener Outlook para iOS",
    "Enviado desde Yahoo Mail para iPhone",
    "Dikirim dari iPhone saya",
    "Dikirim dari perangkat Galaxy saya",
    "Dikirim dari ponsel saya",
    "Dikirim dari Yahoo Mail di Android",
    "Dapatkan Outlook untuk Android",
    "Terkirim dari Samsung Galaxy saya",
    "Ipinadala mula sa aking iPhone",
    "Ipinadala mula sa Yahoo Mail sa Android",
    "Kunin ang Outlook para sa Android",
    "iPhoneから送信",
    "私のiPhoneから送信",
    "Galaxyから送信されました",
    "Outlook for Android を入手",
    "iPadから送信",
    "スマートフォンから送信",
    "Yahoo!メールアプリから送信",
    "Enviado do meu iPhone",
    "Inviato da iPhone",
    "Verstuurd vanaf mijn iPhone",
    "Skickat från min iPhone",
    "-- \nAda Lovelace\nEngines Ltd.",
    "--\nAda",
    "---\nSent from Boxer | Sent from my Android phone",
    "Virus-free. www.avast.com",
    "Please consider the environment before printing this e-mail.",
    "DISCLAIMER: the views are mine and confidential.",
    "Diese E-Mail wurde von Avast Antivirus-Software auf Viren geprüft.\nwww.avast.com",
];

#[test]
fn what_a_phone_or_a_program_adds_is_cut() {
    for device in ADDED {
        assert_eq!(
            kept_of(&format!("That was it.\n\n{device}\n")),
            "That was it.",
            "{device}"
        );
        let quoted =
            format!("That was it.\n\n{device}\n\nOn 27 Nov 2026, at 9:58, Ada <ada@example.com> wrote:\n\n> Which?\n");
        assert_eq!(kept_of(&quoted), "That was it.", "{device}");
    }
}

#[test]
fn nobodys_words_are_lost() {
    for words in [
        "I wrote:\nnothing at all.",
        "On 27 November 2026 at 10:00 I wrote: it prints.",
        "On the 3rd page it stops.\n\nWhat now?",
        "Config:\n\n```\n--\na: 1\n```",
        "int main() {\n  return 0;\n}",
        "Call it as\n\nreset(\n  1\n)",
        "Steps:\n--\nFirst\n--\nThen a long list follows here that is no signature\none\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\neleven\ntwelve\nthirteen\nfourteen\nfifteen",
        "To: the printer\nSubject: nothing",
        "From: now on\n\nit works.",
        "Von meinem iPhone geht es nicht.",
        "My phone is confidential.",
        "Outlook für Mac stürzt ab.",
        "I use Windows.",
        "Thanks",
        "Best regards",
        "Sent from the office: the driver mobile 3.2 does not run under the new windows.",
        "?",
        "👍",
        "Original message",
        "The original message said:\nerror 3",
        "Please delete the file and notify the sender.",
    ] {
        assert_eq!(kept_of(words), words);
    }
}

#[test]
fn answers_between_the_lines_keep_what_they_answer() {
    let between =
        "Hello,\n\nOn 27/11/2026 09:58, Ada wrote:\n> One?\n\nYes.\n\n> Two?\nNo.\n> Three.\n> Four.\n\n-- \nBob\n";
    assert_eq!(kept_of(between), "Hello,\nOne?\n\nYes.\nTwo?\nNo.");
    let outlook = "From: Ada <a@example.com>\nSent: Friday, 27 November 2026\nTo: Bob\nSubject: x\n\n> One?\n\nYes.\n";
    assert_eq!(kept_of(outlook), "Yes.");
    let below = "On 27/11/2026 09:58, Ada wrote:\n> One?\n>\n> Two?\n\nAll good.\n\nSent from my iPhone\n";
    assert_eq!(kept_of(below), "All good.");
    let first = "Ada Lovelace <ada@example.com> wrote:\n\n> One?\n\nYes.\n";
    assert_eq!(kept_of(first), "Yes.");
    assert_eq!(kept_of("On 27/11/2026 09:58, Ada wrote:\n> One?\n"), "");
    assert_eq!(kept_of(""), "");
}
