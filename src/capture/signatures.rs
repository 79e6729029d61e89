//! What the bytes of files tell of their kind, wherever these are no text.

use super::kind::FileKind;

/// A file of a kind has some bytes at some offsets.
type Signature = (&'static [(usize, &'static [u8])], FileKind);

/// What tells a kind by its bytes: most specific first.
const SIGNATURES: [Signature; 88] = [
    (&[(0, b"\x1F\x8B\x08")], FileKind::Gzip),
    (&[(0, b"PK\x03\x04")], FileKind::Zip),
    (&[(0, b"PK\x05\x06")], FileKind::Zip),
    (&[(0, b"PK\x07\x08")], FileKind::Zip),
    (&[(0, b"WARC/")], FileKind::Warc),
    (&[(0, b"\x89PNG\r\n\x1A\n")], FileKind::Image),
    (&[(0, b"\xFF\xD8\xFF")], FileKind::Image),
    (&[(0, b"GIF87a")], FileKind::Image),
    (&[(0, b"GIF89a")], FileKind::Image),
    (&[(0, b"II*\0")], FileKind::Image),
    (&[(0, b"MM\0*")], FileKind::Image),
    (&[(0, b"II+\0")], FileKind::Image),
    (&[(0, b"BM"), (6, &[0; 4])], FileKind::Image),
    (&[(0, b"RIFF"), (8, b"WEBP")], FileKind::Image),
    (&[(0, b"\0\0\x01\0"), (5, b"\0")], FileKind::Image),
    (&[(0, b"\0\0\x02\0"), (5, b"\0")], FileKind::Image),
    (&[(0, b"\0\0\x01\0\x01")], FileKind::Image),
    (&[(0, b"8BPS\0")], FileKind::Image),
    (&[(0, b"\0\0\0\x0CjP  ")], FileKind::Image),
    (&[(0, b"\0\0\0\x0CJXL ")], FileKind::Image),
    (&[(0, b"\xFF\x0A")], FileKind::Image),
    (&[(0, b"\xFF\x4F\xFF\x51")], FileKind::Image),
    (&[(0, b"AT&TFORM")], FileKind::Image),
    (&[(0, b"FORM"), (8, b"ILBM")], FileKind::Image),
    (&[(0, b"gimp xcf ")], FileKind::Image),
    (&[(128, b"DICM")], FileKind::Image),
    (&[(0, b"\x01\0\0\0"), (40, b" EMF")], FileKind::Image),
    (&[(0, b"\xD7\xCD\xC6\x9A")], FileKind::Image),
    (&[(0, b"\0"), (4, b"ftypavi")], FileKind::Image),
    (&[(0, b"\0"), (4, b"ftyphe")], FileKind::Image),
    (&[(0, b"\0"), (4, b"ftypmif1")], FileKind::Image),
    (&[(0, b"\0"), (4, b"ftyp")], FileKind::Media),
    (&[(0, b"\0"), (4, b"moov")], FileKind::Media),
    (&[(0, b"\0"), (4, b"mdat")], FileKind::Media),
    (&[(0, b"\0"), (4, b"wide")], FileKind::Media),
    (&[(0, b"\0"), (4, b"styp")], FileKind::Media),
    (&[(0, b"RIFF"), (8, b"WAVE")], FileKind::Media),
    (&[(0, b"RIFF"), (8, b"AVI ")], FileKind::Media),
    (&[(0, b"FORM"), (8, b"AIF")], FileKind::Media),
    (&[(0, b"\x1A\x45\xDF\xA3")], FileKind::Media),
    (&[(0, b"OggS\0")], FileKind::Media),
    (&[(0, b"ID3\x02")], FileKind::Media),
    (&[(0, b"ID3\x03")], FileKind::Media),
    (&[(0, b"ID3\x04")], FileKind::Media),
    (&[(0, b"\xFF\xFB")], FileKind::Media),
    (&[(0, b"\xFF\xFA")], FileKind::Media),
    (&[(0, b"\xFF\xF3")], FileKind::Media),
    (&[(0, b"\xFF\xF2")], FileKind::Media),
    (&[(0, b"\xFF\xF1")], FileKind::Media),
    (&[(0, b"\xFF\xF9")], FileKind::Media),
    (&[(0, b"fLaC\0")], FileKind::Media),
    (&[(0, b"MThd\0")], FileKind::Media),
    (&[(0, b"#!AMR")], FileKind::Media),
    (&[(0, b".snd\0")], FileKind::Media),
    (&[(0, b"FLV\x01")], FileKind::Media),
    (&[(0, b"\x30\x26\xB2\x75\x8E\x66\xCF\x11")], FileKind::Media),
    (&[(0, b"\0\0\x01\xBA")], FileKind::Media),
    (&[(0, b"\0\0\x01\xB3")], FileKind::Media),
    (&[(0, b"\x47"), (188, b"\x47"), (376, b"\x47"), (564, b"\x47")], FileKind::Media),
    (&[(0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")], FileKind::OldOffice),
    (&[(60, b"BOOKMOBI")], FileKind::Epub),
    (&[(0, b"\x7FELF")], FileKind::Program),
    (&[(0, b"\xFE\xED\xFA\xCE")], FileKind::Program),
    (&[(0, b"\xFE\xED\xFA\xCF")], FileKind::Program),
    (&[(0, b"\xCE\xFA\xED\xFE")], FileKind::Program),
    (&[(0, b"\xCF\xFA\xED\xFE")], FileKind::Program),
    (&[(0, b"\xCA\xFE\xBA\xBE")], FileKind::Program),
    (&[(0, b"\0asm")], FileKind::Program),
    (&[(0, b"MZ"), (6, b"\0")], FileKind::Program),
    (&[(0, b"MZ"), (9, b"\0")], FileKind::Program),
    (&[(0, b"SQLite format 3\0")], FileKind::Database),
    (&[(0, b"\0\x01\0\0Standard ")], FileKind::Database),
    (&[(0, b"wOFF")], FileKind::Font),
    (&[(0, b"wOF2")], FileKind::Font),
    (&[(0, b"OTTO\0")], FileKind::Font),
    (&[(0, b"ttcf\0")], FileKind::Font),
    (&[(0, b"\0\x01\0\0\0")], FileKind::Font),
    (&[(0, b"7z\xBC\xAF\x27\x1C")], FileKind::Packed),
    (&[(0, b"Rar!\x1A\x07")], FileKind::Packed),
    (&[(0, b"\xFD7zXZ\0")], FileKind::Packed),
    (&[(0, b"\x28\xB5\x2F\xFD")], FileKind::Packed),
    (&[(0, b"\x04\x22\x4D\x18")], FileKind::Packed),
    (&[(0, b"BZh"), (4, b"1AY&SY")], FileKind::Packed),
    (&[(0, b"LZIP\x01")], FileKind::Packed),
    (&[(0, b"\x1F\x9D")], FileKind::Packed),
    (&[(0, b"MSCF\0")], FileKind::Packed),
    (&[(0, b"!<arch>\n")], FileKind::Packed),
    (&[(257, b"ustar")], FileKind::Packed),
];

/// What files of characters begin with that are no text, white space and a mark aside.
const WORDED: [(&[u8], FileKind); 4] = [
    (b"%PDF-", FileKind::Pdf),
    (b"%!PS-Adobe", FileKind::PostScript),
    (b"\xC5\xD0\xD3\xC6", FileKind::PostScript),
    (b"{\\rtf", FileKind::Rtf),
];

/// PDF readers take a header that stands this far in.
const PDF_HEAD: usize = 1024;

/// So many bytes tell whether they are characters.
const LOOKED_AT: usize = 4096;

/// The kind that the first bytes tell; `None` of what may be text.
pub(super) fn kind(bytes: &[u8]) -> Option<FileKind> {
    let has = |(at, head): &(usize, &[u8])| {
        // Most are told apart by one byte.
        bytes.get(*at) == head.first() && bytes.get(*at..).is_some_and(|rest| rest.starts_with(head))
    };
    if let Some((_, kind)) = SIGNATURES.iter().find(|(all, _)| all.iter().all(has)) {
        return Some(*kind);
    }
    let head = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let begins = WORDED.iter().find(|(word, _)| head.starts_with(word)).map(|(_, kind)| *kind);
    begins
        .or_else(|| is_pdf_behind_junk(bytes).then_some(FileKind::Pdf))
        .or_else(|| is_old_tar(bytes).then_some(FileKind::Packed))
        .or_else(|| is_binary(bytes).then_some(FileKind::Binary))
}

/// Whether a PDF begins behind what does not belong to it; a text that names its first words has none of the others.
fn is_pdf_behind_junk(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(PDF_HEAD)];
    let Some(at) = memchr::memmem::find(head, b"%PDF-") else { return false };
    let pdf = &bytes[at..];
    let is_version = pdf.get(5).is_some_and(u8::is_ascii_digit) && pdf.get(6) == Some(&b'.');
    // A comment of bytes that are no characters stands behind the version.
    let is_high = |bytes: &[u8]| !bytes.iter().any(u8::is_ascii);
    let is_comment = |line: &[u8]| line.starts_with(b"%") && line.get(1..5).is_some_and(is_high);
    let is_marked = pdf.split(|byte| matches!(byte, b'\n' | b'\r')).take(3).any(is_comment);
    let has = |word: &[u8]| memchr::memmem::find(pdf, word).is_some();
    is_version && (is_marked || pdf.contains(&0) || has(b" obj") && has(b"endobj") || has(b"\nstartxref"))
}

/// Whether the head of a tar file stands there, as it was before it had a name: its octal sum is right.
fn is_old_tar(bytes: &[u8]) -> bool {
    let (Some(head), Some(said)) = (bytes.get(..512), bytes.get(148..156)) else { return false };
    let said = std::str::from_utf8(said).unwrap_or("").trim_matches(['\0', ' ']);
    let sum: u32 = head.iter().map(|byte| u32::from(*byte)).sum();
    let blank: u32 = head[148..156].iter().map(|byte| u32::from(*byte)).sum();
    head.contains(&0) && u32::from_str_radix(said, 8).is_ok_and(|said| said == sum - blank + 8 * 32)
}

/// Whether many bytes are no characters of a text in any encoding; a text may hold a few by accident.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let is_wide = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    if is_wide || super::decode::wide(bytes).is_some() {
        return false;
    }
    // ESC switches between the scripts of ISO-2022.
    let is_control = |byte: &&u8| matches!(byte, 0..=8 | 0x0B | 0x0E..=0x1A | 0x1C..=0x1F);
    let controls = head.iter().filter(is_control).count();
    controls >= 8 && controls * 10 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_tell_what_they_are() {
        for (bytes, expected) in [
            (&b"%PDF-1.7\n"[..], Some(FileKind::Pdf)),
            (b"\x1F\x8B\x08\0", Some(FileKind::Gzip)),
            (b"PK\x03\x04..", Some(FileKind::Zip)),
            (b"WARC/1.1\r\n", Some(FileKind::Warc)),
            (b"\x89PNG\r\n\x1A\n", Some(FileKind::Image)),
            (b"RIFF\x01\0\0\0WEBPVP8 ", Some(FileKind::Image)),
            (b"The word WEBP", None),
            (b"BMW recalled 34 cars", None),
            (b"BZh91AY&SY", Some(FileKind::Packed)),
            (b"\n \xEF\xBB\xBF%PDF-1.7", None),
            (b"\xEF\xBB\xBF\n %PDF-1.7\n", Some(FileKind::Pdf)),
            (b"HTTP/1.1 200\n\n%PDF-1.4\n%\xE2\xE3\xCF\xD3\n", Some(FileKind::Pdf)),
            (b"junk%PDF-1.4\n1 0 obj\n<<>>\nendobj\n", Some(FileKind::Pdf)),
            (b"A file that begins with %PDF-1.7 is a PDF.", None),
            (b"%!PS-Adobe-3.0\n", Some(FileKind::PostScript)),
            (b"\n{\\rtf1", Some(FileKind::Rtf)),
            (b"\x7FELF\x02\x01", Some(FileKind::Program)),
            (b"MZ\x90\0\x03\0\0\0\x04\0", Some(FileKind::Program)),
            (b"MZ is how it begins", None),
            (b"\xCF\xFA\xED\xFE\x07", Some(FileKind::Program)),
            (b"SQLite format 3\0\x10", Some(FileKind::Database)),
            (b"SQLite format 3 is read", None),
            (b"\0\0\x01\0\x01\0\x10\x10", Some(FileKind::Image)),
            (b"wOF2\0\x01", Some(FileKind::Font)),
            (b"\0\0\0\x18ftypmp42", Some(FileKind::Media)),
            (b"\0\0\0\x1Cftypavif", Some(FileKind::Image)),
            (b"The ftyp box", None),
            (b"\x01\x02\x03\x04\x05\x06\x07\x08 34", Some(FileKind::Binary)),
            (b"34 were killed\0\0 at the mill, said the mayor of the town", None),
            (b"\xFF\xFE3\x044\x04\x01\x04\x02\x04\x03\x04\x05\x04\x06\x04\x07\x04", None),
            (b"The bridge held.", None),
            (b"", None),
        ] {
            assert_eq!(kind(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn a_tar_is_told_with_its_name_and_by_its_sum() {
        let mut head = vec![0; 512];
        head[..5].copy_from_slice(b"a.txt");
        head[148..156].fill(b' ');
        let sum: u32 = head.iter().map(|byte| u32::from(*byte)).sum();
        head[148..155].copy_from_slice(format!("{sum:06o}\0").as_bytes());
        assert_eq!(kind(&head), Some(FileKind::Packed));
        head[0] = b'b';
        assert_eq!(kind(&head), Some(FileKind::Binary));
        head[257..262].copy_from_slice(b"ustar");
        assert_eq!(kind(&head), Some(FileKind::Packed));
    }
}
