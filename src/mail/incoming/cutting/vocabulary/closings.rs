//! The words of what closes a message.

use std::sync::LazyLock;

use super::{Words, words};

/// Words with which a line begins or ends that names what a message was written with.
pub(in super::super) static SENT_FROM: Words = words!(
    "sent from |sent via |sent with |sent using |sent through |sent on the go|written on |typed on |\
     composed on |get outlook|download outlook|get the new outlook|get bluemail|get the all-new|gesendet von |\
     gesendet mit |gesendet aus |gesendet über |gesendet | gesendet|diese nachricht wurde von |\
     diese nachricht wurde mit |verfasst mit |holen sie sich outlook|outlook für ios|outlook für android|\
     laden sie outlook|hol dir outlook|outlook herunterladen|envoyé de |envoyé depuis |envoyé à partir |\
     envoyé avec |envoyé par |envoyé via |envoye de |envoye depuis |provenance : |provenance: |\
     télécharger outlook|téléchargez outlook|obtenir outlook|obtenez outlook|enviado desde |enviado con |\
     enviado de |enviado por |enviado do |enviado a través |obtener outlook|obtén outlook|consigue outlook|\
     descargar outlook|descarga outlook|obtenga outlook|dikirim dari |dikirim dengan |dikirim melalui |\
     dikirim menggunakan |dikirim via |terkirim dari |terkirim melalui |dapatkan outlook|unduh outlook|\
     ipinadala mula |ipinadala gamit |ipinadala galing |ipinadala sa pamamagitan |ipinadala ko |\
     naipadala mula |galing sa aking |mula sa aking |kunin ang outlook|i-download ang outlook|から送信|から送信しました|\
     から送信されました|から送信。|で送信|より送信|送信元 |送信元: |送信元:|を入手|を入手する|をダウンロード|をダウンロードする|を取得|inviato da |inviato dal |\
     verstuurd vanaf |verzonden vanaf |verstuurd met |skickat från |sendt fra |lähetetty |odesláno z |\
     wysłano z |wysłane z |отправлено с |отправлено из |发自我的|從我的|나의 |gửi từ "
);

/// Words by which such a line says whose it is: a longer one is meant then, too.
pub(in super::super) static MINE: Words = words!(" my | mein| mon | ma | mi | meu | saya| aking| ko|私の");

/// What messages are written with.
pub(in super::super) static DEVICES: Words = words!(
    "iphone|ipad|ipod|android|samsung|galaxy|smartphone|handy|mobile|mobil|outlook|yahoo|gmail|\
     mail for windows|mail für windows|mail pour windows|courrier pour windows|correo para windows|\
     mail untuk windows|windows|blackberry|huawei|xiaomi|redmi|poco|oppo|realme|vivo|infinix|pixel|nokia|\
     motorola|moto |xperia|oneplus|proton|thunderbird|k-9|fairemail|aquamail|bluemail|spark|gmx|web.de|\
     t-online|freenet|orange|airmail|hey |mailspring|telefon|teléfono|telefono|telepon|ponsel|téléphone|móvil|\
     movil|celular|hp saya|gawai|perangkat|telepono|selpon|cellphone|スマートフォン|スマホ|携帯|tablet|macbook| mac|\
     apple watch|my phone|zoho|mail.ru|mail app|メール|手机|ドコモ|docomo|au |softbank"
);

/// What is a notice by itself.
pub(in super::super) static NOTICES: Words = words!(
    "virus-free. www|virus-free.www|checked for viruses|scanned for viruses|free from viruses by|\
     avast antivirus|avg.com|auf viren geprüft|auf viren überprüft|virenfrei. www|sans virus. www|\
     sans virus.www|garanti sans virus|libre de virus. www|libre de virus.www|bebas virus. www|\
     bebas virus.www|walang virus. www|walang virus.www|ウイルス フリー。|ウイルスはありません|think before you print|\
     think before printing|before printing this|before you print this|consider the environment|\
     vor dem ausdrucken|ausdrucken dieser|bevor sie diese e-mail ausdrucken|avant d'imprimer|\
     antes de imprimir|sebelum mencetak|bago i-print|bago mag-print|subscribed to the google groups|\
     to unsubscribe from this group|unsubscribe from this list|this email has been scanned|\
     this e-mail has been scanned|yahoo mail: search, organize, conquer"
);

/// What stands at the head of a notice.
pub(in super::super) static NOTICE_HEADINGS: Words = words!(
    "confidentiality notice|confidentiality note|confidentiality statement|confidential:|confidentiality:|\
     disclaimer|legal notice|legal disclaimer|privileged and confidential|notice:|important notice|\
     vertraulichkeitshinweis|hinweis:|haftungsausschluss|wichtiger hinweis|rechtlicher hinweis|disclaimer:|\
     vertraulichkeit|avis de confidentialité|avertissement|clause de confidentialité|note de confidentialité|\
     confidentialité|avis important|mention de confidentialité|aviso de confidencialidad|aviso legal|\
     confidencialidad|cláusula de confidencialidad|advertencia|nota de confidencialidad|penafian|sanggahan|\
     pernyataan kerahasiaan|pemberitahuan kerahasiaan|peringatan kerahasiaan|kerahasiaan|catatan kerahasiaan|\
     penting:|perhatian:|paunawa|pagtatatwa|abiso ng pagiging kumpidensyal|abiso ng pagiging kompidensyal|\
     abiso:|mahalagang paunawa|paalala:|免責事項|機密保持|【機密|【免責|【注意|秘密保持|重要:|ご注意|注意:|【ご注意|【重要"
);

/// Words of notices, by language; three of one language make one.
pub(in super::super) static NOTICE_WORDS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let languages = [
        "confidential|privileged|intended recipient|intended only|intended solely|intended for|unauthorized|\
         unauthorised|notify the sender|advise the sender|inform the sender|contact the sender|received this|\
         in error|delete|disclos|disseminat|prohibited|addressee|by mistake|legally protected|individual or entity",
        "vertraulich|rechtlich geschützt|bestimmungsgemäß|empfänger|unbefugt|irrtümlich|vernichten|absender|\
         löschen|weitergabe|nicht gestattet|adressat|unerlaubt|versehentlich",
        "confidentiel|destinataire|par erreur|détruire|expéditeur|pièces jointes|supprimer|divulgation|interdit|\
         l'usage exclusif|strictement|l'attention exclusive|avertir|toute utilisation|informations",
        "confidencial|destinatario|por error|elimin|remitente|prohibid|adjuntos|divulgación|notifi|uso exclusivo|\
         privilegiad|bórr|borrar|no autorizad|avise|destruya",
        "rahasia|penerima|ditujukan|pengirim|hapus|menghapus|lampiran|kesalahan|keliru|dilarang|tidak sah|\
         menyebarkan|penyebaran|beritahu|hak istimewa|tanpa izin",
        "kumpidensyal|kompidensyal|konpidensyal|confidential|tatanggap|nakalaan|nakatuon|inilaan|burahin|\
         nagpadala|ipinagbabawal|pagkakamali|natanggap|tumanggap|pinatutungkulan|para lamang|mahigpit|ipaalam",
        "機密|秘密|受信者|受取人|宛先|名宛人|誤って|誤送|削除|破棄|送信者|漏洩|開示|無断|お心当たり|禁じ|禁止|転送|守秘",
    ];
    languages.iter().map(|words| words.split('|').collect()).collect()
});

/// The lines before a name.
pub(in super::super) static SIGN_OFFS: Words = words!(
    "regards|best regards|kind regards|warm regards|kindest regards|warmest regards|with best regards|\
     with kind regards|rgds|br|best|all the best|best wishes|thanks|thank you|many thanks|thanks a lot|\
     thanks in advance|thanks and regards|thanks & regards|thank you and best regards|cheers|sincerely|\
     yours sincerely|sincerely yours|yours truly|yours faithfully|respectfully|yours|thx|\
     mit freundlichen grüßen|mit freundlichen grüssen|mit freundlichem gruß|freundliche grüße|\
     freundliche grüsse|viele grüße|viele grüsse|beste grüße|beste grüsse|liebe grüße|schöne grüße|\
     herzliche grüße|gruß|grüße|gruss|mfg|vg|lg|danke|vielen dank|besten dank|mit besten grüßen|\
     danke und gruß|vielen dank und viele grüße|mit freundlichen gruessen|viele gruesse|cordialement|\
     bien cordialement|très cordialement|cdlt|cdt|merci|merci d'avance|merci beaucoup|bien à vous|bien à toi|\
     sincères salutations|salutations|meilleures salutations|salutations distinguées|à bientôt|amicalement|\
     bonne journée|respectueusement|saludos|un saludo|saludos cordiales|un cordial saludo|cordial saludo|\
     atentamente|atte|gracias|muchas gracias|cordialmente|un abrazo|gracias y saludos|gracias de antemano|\
     mil gracias|salam|salam hormat|salam hangat|hormat saya|hormat kami|terima kasih|terimakasih|\
     terima kasih banyak|makasih|tks|wassalam|terima kasih dan salam|atas perhatiannya terima kasih|\
     atas perhatiannya, terima kasih|salamat|salamat po|maraming salamat|maraming salamat po|\
     lubos na gumagalang|gumagalang|nagpapasalamat|sumasainyo|lubos na sumasainyo|taos-pusong sumasainyo|\
     よろしくお願いします|宜しくお願いします|よろしくお願い致します|宜しくお願い致します|よろしくお願いいたします|宜しくお願いいたします|どうぞよろしくお願いいたします|以上、よろしくお願いいたします|\
     以上、よろしくお願いします|以上|敬具|ありがとうございます|ありがとうございました"
);

/// Labels of numbers.
pub(in super::super) static CONTACTS: Words = words!(
    "tel|tel.|phone|ph|mobile|mob|cell|fax|direct|office|t|m|p|f|telp|telp.|telepon|hp|wa|whatsapp|no|telefon|\
     fon|mobil|tel./fax|tél|téléphone|portable|port|gsm|telf|tfno|teléfono|telefono|móvil|movil|cel|telepono|\
     電話|携帯|tel・fax|内線"
);
