"""What can be wrong with a data package, whoever made it: the codes that iddia.checks reports."""

from iddia.problems.kind import Kind

KINDS: dict[str, Kind] = {
    "archive-broken": Kind(
        (
            "The zip archive cannot be unpacked: it is cut off, damaged, or no zip archive at all.",
            "Zip arşivi açılamıyor: kesik, bozuk ya da zip değil.",
        ),
        ("Pack the folder anew.", "Klasörü yeniden paketleyin."),
        "archive-cut",
    ),
    "archive-encrypted": Kind(
        ("An entry of the archive needs a password.", "Arşivdeki bir girdi parola istiyor."),
        ("Pack it without a password.", "Parolasız paketleyin."),
        "archive-encrypted",
    ),
    "archive-name-twice": Kind(
        (
            "Two entries of the archive have the same name, or names that differ in small and capital letters alone.",
            "Arşivdeki iki girdinin adı aynı ya da yalnızca büyük-küçük harfte ayrılıyor.",
        ),
        ("Keep one of them.", "Yalnız birini tutun."),
        "archive-name-twice",
    ),
    "archive-too-large": Kind(
        (
            "The archive unpacks to more than 4 GB or 10,000 files, or an entry to more than 200 times its packed size.",
            "Arşiv 4 GB'den ya da 10.000 dosyadan fazlasına veya bir girdisi paketli boyutunun 200 katından fazlasına açılıyor.",
        ),
        ("If you trust it, unpack it yourself and check the folder.", "Güveniyorsanız kendiniz açıp klasörü denetleyin."),
        "archive-a-bomb",
    ),
    "assessment-missing": Kind(
        (
            "A reference or a figure belongs to a claim that was never assessed.",
            "Bir başvuru kaynağı ya da hesap, değerlendirilmemiş bir sava bağlı.",
        ),
        ("Add the assessment, or remove the row.", "Değerlendirmeyi ekleyin ya da satırı silin."),
        "assessment-missing",
    ),
    "assessment-unreferenced": Kind(
        (
            "A claim is called supported, partly so or refuted, and no reference is named for it.",
            "Bir sava supported, partly ya da refuted denmiş, ama başvuru kaynağı verilmemiş.",
        ),
        (
            "Add a row to assessment_references, or write unverified.",
            "assessment_references tablosuna satır ekleyin ya da unverified yazın.",
        ),
        "assessment-by-nothing",
    ),
    "attribution-gap": Kind(
        ("The speakers of a claim are not numbered 0, 1, 2 and so on.", "Bir savın söyleyenleri 0, 1, 2 diye aralıksız numaralanmamış."),
        ("Number them from the outermost, starting with 0.", "En dıştakinden başlayıp 0'dan numaralayın."),
        "attribution-gap",
    ),
    "bounds-reversed": Kind(
        ("number_min is greater than number_max.", "number_min, number_max değerinden büyük."),
        ("Swap the two.", "İkisinin yerini değiştirin."),
        "value-bounds-reversed",
    ),
    "cell-enum": Kind(
        (
            "The schema lists the words that a cell may hold, and this is none of them.",
            "Şema hücrede olabilecek sözcükleri sıralıyor; bu onlardan biri değil.",
        ),
        ("Write one of the words listed.", "Sıralanan sözcüklerden birini yazın."),
        "cell-not-in-list",
    ),
    "cell-extra": Kind(
        (
            "A row has more cells than the header; often a comma stands outside of quotation marks.",
            "Satırda başlıktakinden çok hücre var; çoğu kez tırnak dışında kalmış bir virgül yüzünden.",
        ),
        ("Put the cell with the comma in quotation marks, or remove the cell.", "Virgüllü hücreyi tırnağa alın ya da fazla hücreyi silin."),
        "cell-one-too-many",
    ),
    "cell-formula": Kind(
        (
            "A cell begins with =, @, a tab, or a + or - that begins no number: a spreadsheet runs it as a formula.",
            "Hücre =, @, sekme ya da sayı başlatmayan + veya - ile başlıyor: hesap tablosu onu formül diye çalıştırır.",
        ),
        (
            "Begin the text with a word. Words as printed (quote, title and the like) may begin as they do.",
            "Metne bir sözcükle başlayın. Basıldığı gibi aktarılan sözcükler (quote, title gibi) olduğu gibi kalabilir.",
        ),
        "cell-a-formula",
    ),
    "cell-invisible": Kind(
        (
            "A letter that cannot be seen (zero-width, direction, soft hyphen, tag) stands in text that the authors wrote.",
            "Yazarların yazdığı metinde görünmeyen bir karakter var (sıfır genişlikli, yön değiştiren, gizli tire, etiket).",
        ),
        (
            "Remove it. Joiners between letters or emoji may stay, and so may anything in words as printed.",
            "Silin. Harfler ya da emojiler arasındaki birleştiriciler ve basıldığı gibi aktarılan sözcükler kalabilir.",
        ),
        "cell-with-zero-width",
    ),
    "cell-max-length": Kind(
        ("A cell has more characters than the schema allows.", "Hücrede şemanın izin verdiğinden çok karakter var."),
        ("Shorten it.", "Kısaltın."),
        "cell-of-wrong-length",
    ),
    "cell-maximum": Kind(
        ("A number is above the schema's maximum.", "Sayı, şemadaki üst sınırın üstünde."),
        ("Correct the number.", "Sayıyı düzeltin."),
        "cell-out-of-bounds",
    ),
    "cell-min-length": Kind(
        ("A cell has fewer characters than the schema asks for.", "Hücrede şemanın istediğinden az karakter var."),
        ("Write it out.", "Eksiğini tamamlayın."),
        "cell-of-wrong-length",
    ),
    "cell-minimum": Kind(
        ("A number is below the schema's minimum.", "Sayı, şemadaki alt sınırın altında."),
        ("Correct the number.", "Sayıyı düzeltin."),
        "cell-too-small",
    ),
    "cell-missing": Kind(
        ("A row has fewer cells than the header.", "Satırda başlıktakinden az hücre var."),
        ("Add the missing cells; an empty one is a bare comma.", "Eksik hücreleri ekleyin; boş hücre yalnız bir virgüldür."),
        "cell-one-too-few",
    ),
    "cell-nul": Kind(
        ("A NUL byte stands in a row, where many readers stop.", "Satırda bir NUL baytı var; birçok okuyucu orada durur."),
        ("Remove the byte.", "Baytı silin."),
        "row-with-nul",
    ),
    "cell-pattern": Kind(
        (
            "A cell has another form than the schema's pattern, which it must match as a whole.",
            "Hücre, bütünüyle uyması gereken kalıba uymuyor.",
        ),
        (
            "Write it in that form; letters that only look like those of a keyboard are named.",
            "O biçimde yazın; klavye harflerine yalnızca benzeyen harfler adıyla gösterilir.",
        ),
        "cell-of-another-form",
    ),
    "cell-quote": Kind(
        (
            "A quotation mark stands inside an unquoted cell, or is not doubled inside a quoted one; readers differ on what it says.",
            "Tırnak, tırnaksız bir hücrenin içinde ya da tırnaklı bir hücrede çiftlenmemiş; satırın ne dediği okuyana göre değişir.",
        ),
        ("Put the whole cell in quotation marks and double those inside.", "Hücrenin tamamını tırnağa alın, içindekileri çiftleyin."),
        "quote-stray",
    ),
    "cell-required": Kind(
        ("A cell that must have a value is empty.", "Değeri olması gereken bir hücre boş."),
        ("Fill it in.", "Doldurun."),
        "cell-empty",
    ),
    "cell-too-long": Kind(
        (
            "A record is longer than 16 MB; most often a quotation mark was never closed.",
            "Bir kayıt 16 MB'den uzun; çoğu kez kapanmamış bir tırnak yüzünden.",
        ),
        ("Close the quotation mark, or shorten the cells.", "Tırnağı kapatın ya da hücreleri kısaltın."),
        "record-too-long",
    ),
    "cell-twice": Kind(
        ("A value stands twice in a column that the schema calls unique.", "Şemanın unique dediği bir sütunda aynı değer iki kez geçiyor."),
        ("Correct one of them.", "Birini düzeltin."),
        "cell-twice",
    ),
    "cell-type": Kind(
        (
            "A cell is not of its column's type. Digits are 0 to 9, the decimal mark is a dot; no blanks, group marks, inf or nan.",
            "Hücre, sütununun türünde değil. Rakamlar 0-9, ondalık imi noktadır; boşluk, basamak ayırıcı, inf ve nan olmaz.",
        ),
        ("Write it in the form shown.", "Gösterilen biçimde yazın."),
        "cell-no-integer",
    ),
    "claim-id-source": Kind(
        (
            "A claim's id does not begin with the id of its source and a dot.",
            "Savın kimliği, kaynağının kimliği ve bir noktayla başlamıyor.",
        ),
        ("Correct the claim's id or its source.", "Savın kimliğini ya da kaynağını düzeltin."),
        "claim-id-of-another-source",
    ),
    "column-blank": Kind(
        ("A column of the header has no name.", "Başlıktaki bir sütunun adı yok."),
        ("Name it, or remove the column.", "Ad verin ya da sütunu silin."),
        "header-column-blank",
    ),
    "column-missing": Kind(
        (
            "A column of the schema is not in the file, or one of iddia's columns is not in the schema.",
            "Şemadaki bir sütun dosyada ya da iddia'nın bir sütunu şemada yok.",
        ),
        ("Add the column.", "Sütunu ekleyin."),
        "header-column-missing",
    ),
    "column-order": Kind(
        ("The columns stand in another order than in the schema.", "Sütunların sırası şemadakinden farklı."),
        ("Put them in the schema's order.", "Şemadaki sıraya koyun."),
        "header-order",
    ),
    "column-twice": Kind(
        ("Two columns have the same name.", "İki sütunun adı aynı."),
        ("Remove or rename one.", "Birini silin ya da adını değiştirin."),
        "header-column-twice",
    ),
    "column-unknown": Kind(
        ("The file has a column that its schema does not describe.", "Dosyada, şemasının tanımlamadığı bir sütun var."),
        ("Correct the label, or describe the column in the schema.", "Başlığı düzeltin ya da sütunu şemada tanımlayın."),
        "header-column-unknown",
    ),
    "date-form": Kind(
        (
            "A date in EDTF is one that no calendar has, or an interval that ends before it begins.",
            "EDTF tarihi hiçbir takvimde yok ya da aralık başlamadan bitiyor.",
        ),
        (
            "Write a date that there is: 2025, 2025-08, 2025-08-15, 2025-05/2025-08.",
            "Var olan bir tarih yazın: 2025, 2025-08, 2025-08-15, 2025-05/2025-08.",
        ),
        "date-impossible",
    ),
    "evidence-missing": Kind(
        ("No row of evidence carries the content of a claim.", "Hiçbir kanıt satırı savın içeriğini taşımıyor."),
        ("Add the words of the article that carry it, with the role content.", "Makalede savı taşıyan sözcükleri content rolüyle ekleyin."),
        "evidence-without-content",
    ),
    "evidence-source": Kind(
        ("Evidence is of another source than the claim that it carries.", "Kanıtın kaynağı, taşıdığı savınkinden farklı."),
        (
            "Correct source_id, or tie the evidence to a claim of its own source.",
            "source_id değerini düzeltin ya da kanıtı kendi kaynağının bir savına bağlayın.",
        ),
        "evidence-of-another-source",
    ),
    "file-bytes": Kind(
        ("A file has another size than the descriptor says.", "Dosyanın boyutu tanımlayıcıdakinden farklı."),
        ("Restore the file, or build the package again.", "Dosyayı geri alın ya da paketi yeniden üretin."),
        "file-bytes-and-hash-differ",
    ),
    "file-hash": Kind(
        ("A file was changed after the descriptor was made: its hash differs.", "Dosya, tanımlayıcıdan sonra değişmiş: özeti farklı."),
        ("Restore the file, or build the package again.", "Dosyayı geri alın ya da paketi yeniden üretin."),
        "file-hash-differs",
    ),
    "file-hash-unknown": Kind(
        (
            "The descriptor gives a hash of a kind that is not known: md5, sha1, sha256 and sha512 are.",
            "Tanımlayıcıdaki özetin türü bilinmiyor; bilinenler md5, sha1, sha256 ve sha512.",
        ),
        ("Write sha256: and the hexadecimal sum.", "sha256: ve onaltılık özeti yazın."),
        "file-hash-of-unknown-kind",
    ),
    "file-kind": Kind(
        ("A path names a folder or a device where a file is expected.", "Yol, dosya beklenen yerde bir klasörü ya da aygıtı gösteriyor."),
        ("Put the file there.", "Dosyayı oraya koyun."),
        "file-a-folder",
    ),
    "header-broken": Kind(
        (
            "The first row cannot be read as names of columns, so no row of the file was checked.",
            "İlk satır sütun adları olarak okunamıyor; dosyanın hiçbir satırı denetlenmedi.",
        ),
        ("Write one row of column names first.", "İlk satıra sütun adlarını yazın."),
        "header-missing",
    ),
    "primary-key-empty": Kind(
        ("A column of the primary key is empty.", "Birincil anahtarın bir sütunu boş."),
        ("Fill it in.", "Doldurun."),
        "primary-key-empty",
    ),
    "key-twice": Kind(
        ("Two rows have the same primary key.", "İki satırın birincil anahtarı aynı."),
        ("Remove one of them, or give it an id of its own.", "Birini silin ya da ona ayrı bir kimlik verin."),
        "key-twice",
    ),
    "line-end": Kind(
        (
            "A carriage return stands alone outside of quotation marks; some readers end the row there.",
            "Tırnak dışında tek başına bir satır başı karakteri var; kimi okuyucular satırı orada bitirir.",
        ),
        ("End lines with LF or CR LF.", "Satırları LF ya da CR LF ile bitirin."),
        "row-with-lone-return",
    ),
    "mention-id": Kind(
        ("A mention's id is not its source, @ and its start.", "Anmanın kimliği; kaynağı, @ ve başlangıcı biçiminde değil."),
        ("Correct the id.", "Kimliği düzeltin."),
        "mention-id-disagrees",
    ),
    "package-broken": Kind(
        ("The descriptor or a schema is no JSON, or is larger than 4 MB.", "Tanımlayıcı ya da bir şema JSON değil veya 4 MB'den büyük."),
        ("Mend the JSON at the place named.", "Gösterilen yerde JSON'u düzeltin."),
        "descriptor-broken",
    ),
    "package-key-twice": Kind(
        (
            "A key stands twice in one mapping, and readers differ in which one they take.",
            "Bir eşlemede aynı anahtar iki kez geçiyor; hangisinin sayılacağı okuyana bağlı.",
        ),
        ("Remove one of them.", "Birini silin."),
        "descriptor-key-twice",
    ),
    "package-property": Kind(
        (
            "The descriptor lacks something it must say, or says it in another form.",
            "Tanımlayıcıda bulunması gereken bir şey eksik ya da başka biçimde.",
        ),
        ("Write what is expected at the place named.", "Gösterilen yere bekleneni yazın."),
        "resources-missing",
    ),
    "package-unsupported": Kind(
        (
            "The descriptor asks for what is not checked: another format, dialect, encoding, compression. That is never passed.",
            "Tanımlayıcı denetlenmeyen bir şey istiyor: başka biçim, lehçe, kodlama, sıkıştırma. Denetlenemeyen, geçmiş sayılmaz.",
        ),
        (
            "Write the table as plain CSV in UTF-8, with commas and one header row.",
            "Tabloyu UTF-8 ile, virgüllü ve tek başlık satırlı düz CSV olarak yazın.",
        ),
        "dialect-other",
    ),
    "path-unsafe": Kind(
        (
            "A path is absolute, an address, or leads out of the package's folder.",
            "Yol mutlak, bir internet adresi ya da paketin klasörünün dışına çıkıyor.",
        ),
        ("Name files by their path below the folder.", "Dosyaları klasörün altındaki yollarıyla anın."),
        "path-of-a-parent",
    ),
    "prediction-early": Kind(
        (
            "A prediction is said not to have come true as of a day before its time was over.",
            "Bir öngörüye, süresi dolmadan önceki bir gün için gerçekleşmedi denmiş.",
        ),
        ("Write pending, or look at a later day.", "pending yazın ya da daha sonraki bir güne bakın."),
        "prediction-failed-too-early",
    ),
    "proposition-differs": Kind(
        (
            "Two claims say the same and have different proposition_ids, so that a group-by does not find that they agree.",
            "İki sav aynı şeyi söylüyor, ama proposition_id değerleri farklı; gruplama örtüştüklerini bulamaz.",
        ),
        ("Build the package again: the id is computed.", "Paketi yeniden üretin: kimlik hesaplanır."),
        "proposition-differs",
    ),
    "proposition-shared": Kind(
        (
            "Two claims say different things and have one proposition_id, so that a group-by takes them for the same.",
            "İki sav farklı şeyler söylüyor, ama proposition_id değerleri aynı; gruplama onları bir sayar.",
        ),
        ("Build the package again: the id is computed.", "Paketi yeniden üretin: kimlik hesaplanır."),
        "proposition-shared",
    ),
    "quote-unclosed": Kind(
        (
            "A quotation mark opens a cell and is never closed; what follows was not read.",
            "Bir tırnak hücre açıyor ve hiç kapanmıyor; ardından gelen okunmadı.",
        ),
        ("Close it.", "Kapatın."),
        "quote-unclosed",
    ),
    "reference-missing": Kind(
        ("A cell refers to a row of another table that is not there.", "Hücre, başka bir tablonun olmayan bir satırını gösteriyor."),
        ("Correct the cell, or add the row.", "Hücreyi düzeltin ya da satırı ekleyin."),
        "reference-unknown",
    ),
    "reference-table-missing": Kind(
        (
            "A schema refers to a table or column that the package does not have.",
            "Şema, pakette olmayan bir tabloyu ya da sütunu gösteriyor.",
        ),
        ("Add it, or remove the foreign key.", "Ekleyin ya da yabancı anahtarı silin."),
        "schema-refers-to-no-table",
    ),
    "relation-members": Kind(
        ("A relation ties fewer than two claims.", "İlişki ikiden az savı bağlıyor."),
        ("Add its members, or remove the relation.", "Üyelerini ekleyin ya da ilişkiyi silin."),
        "relation-of-one",
    ),
    "row-blank": Kind(
        ("A line holds no row.", "Bir satırda kayıt yok."),
        ("Remove the line.", "Satırı silin."),
        "row-blank",
    ),
    "schema-form": Kind(
        ("A schema is not in the form that Table Schema asks for.", "Şema, Table Schema'nın istediği biçimde değil."),
        ("Write what is expected at the place named.", "Gösterilen yere bekleneni yazın."),
        "schema-without-fields",
    ),
    "schema-unsupported": Kind(
        (
            "A schema uses something that is not checked, such as another type, format or constraint.",
            "Şema, denetlenmeyen bir şey kullanıyor: başka bir tür, biçim ya da kısıt gibi.",
        ),
        ("Say it by types and constraints that are checked.", "Denetlenen tür ve kısıtlarla yazın."),
        "schema-type-unknown",
    ),
    "schema-weaker": Kind(
        (
            "The schema of one of iddia's tables asks for less than iddia's own: another type, a constraint or a key left out.",
            "iddia'nın bir tablosunun şeması, kendi şemasından azını istiyor: başka tür, eksik kısıt ya da anahtar.",
        ),
        ("Write what is expected, or give the table another name.", "Bekleneni yazın ya da tabloya başka ad verin."),
        "schema-type-changed",
    ),
    "span-length": Kind(
        (
            "The words are longer or shorter than their span, counted in Unicode code points.",
            "Sözcükler, Unicode kod noktasıyla sayılan aralıklarından uzun ya da kısa.",
        ),
        (
            "Copy the words from the article, or count start and end anew.",
            "Sözcükleri makaleden kopyalayın ya da start ve end değerlerini yeniden sayın.",
        ),
        "span-too-short",
    ),
    "span-outside": Kind(
        ("A span ends behind the last code point of its article.", "Aralık, makalenin son kod noktasını aşıyor."),
        ("Count start and end anew.", "start ve end değerlerini yeniden sayın."),
        "span-outside-the-article",
    ),
    "span-reversed": Kind(
        ("A span ends where it begins, or before.", "Aralık başladığı yerde ya da daha önce bitiyor."),
        (
            "Count start and end anew; end is behind the last code point.",
            "start ve end değerlerini yeniden sayın; end, son kod noktasının ardıdır.",
        ),
        "span-reversed",
    ),
    "table-missing": Kind(
        ("A table without which there is no ledger is not in the package.", "Defter için vazgeçilmez bir tablo pakette yok."),
        ("Add the table with its schema.", "Tabloyu şemasıyla ekleyin."),
        "table-missing",
    ),
    "value-extra": Kind(
        ("A claim has a value of another kind than value_kind says.", "Savda, value_kind sütununun dediğinden başka türde bir değer var."),
        ("Empty the cell, or correct value_kind.", "Hücreyi boşaltın ya da value_kind değerini düzeltin."),
        "value-too-much",
    ),
    "value-kind-property": Kind(
        ("A claim's value is of another kind than its property takes.", "Savın değeri, özelliğinin aldığından başka türde."),
        ("Choose another property, or a value of its kind.", "Başka bir özellik ya da onun türünde bir değer seçin."),
        "value-of-another-kind",
    ),
    "value-missing": Kind(
        ("A claim lacks the value, or the unit, that value_kind asks for.", "Savda value_kind sütununun istediği değer ya da birim eksik."),
        ("Fill it in.", "Doldurun."),
        "value-missing",
    ),
}
