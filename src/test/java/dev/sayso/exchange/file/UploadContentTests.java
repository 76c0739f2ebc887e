package dev.sayso.exchange.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UploadContentTests {

	private static final String LIST = "email,name\na@x.example,Ann\n";

	@TempDir
	Path folder;

	@Test
	void aPackedFileIsOpened() throws Exception {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(LIST.getBytes(StandardCharsets.UTF_8));
		}
		assertThat(open(packed.toByteArray(), 1_000)).isEqualTo(LIST);
		assertThat(open(zip(Map.of("list.csv", LIST, "__MACOSX/._list.csv", "x")), 1_000)).isEqualTo(LIST);
	}

	@Test
	void whatHoldsSeveralFilesOrAWorkbookOrNoArchiveIsRefused() throws Exception {
		refuses(zip(Map.of("subscribed.csv", LIST, "unsubscribed.csv", LIST)), "import.unreadable.several");
		refuses(zip(Map.of("[Content_Types].xml", "<x/>", "xl/workbook.xml", "<x/>")), "import.unreadable.workbook");
		refuses("PK\u0003\u0004rest".getBytes(StandardCharsets.UTF_8), "import.unreadable.archive");
		refuses(new byte[] { 0x1F, (byte) 0x8B, 8, 0, 0, 0 }, "import.unreadable.archive");
	}

	@Test
	void whatUnpacksToTooMuchIsRefusedAndLeavesNothing() throws Exception {
		byte[] bomb = zip(Map.of("list.csv", "a".repeat(1_000_000)));
		refuses(bomb, "import.unreadable.unpacked");
		try (var files = Files.list(this.folder)) {
			assertThat(files).hasSize(1);
		}
	}

	@Test
	void jsonLinesBecomeATable() throws Exception {
		String table = open(
				"""
						{"person":{"name":{"firstName":"Ann"}},"personalEmail":{"address":"a@x.example"},"consents":{"marketing":{"email":{"val":"n","time":"2026-01-02T03:04:05Z"}}}}
						not json
						{"identityMap":{"Email":[{"id":"b@x.example"},{"id":"c@x.example"}]},"n":1.50,"on":true,"none":null}
						"""
					.getBytes(StandardCharsets.UTF_8),
				10_000);
		assertThat(table.lines()).containsExactly(
				"sayso:line,person.name.firstName,personalEmail.address,consents.marketing.email.val,consents.marketing.email.time,,identityMap.Email.id,n,on",
				"1,Ann,a@x.example,n,2026-01-02T03:04:05Z,,,,", "2,,,,,not json,,,", "3,,,,,,b@x.example,1.5,true");
	}

	private String open(byte[] content, long most) throws Exception {
		Path file = this.folder.resolve("upload");
		Files.write(file, content);
		UploadContent.open(file, most);
		return Files.readString(file);
	}

	private void refuses(byte[] content, String code) {
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> open(content, 10_000))
			.withMessage(code);
	}

	private static byte[] zip(Map<String, String> files) throws Exception {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(packed)) {
			for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
				out.putNextEntry(new ZipEntry(file.getKey()));
				out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		return packed.toByteArray();
	}

}
