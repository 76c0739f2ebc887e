package dev.sayso.consent.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A receipt with all that it takes to check it without us.
 */
final class ReceiptFiles {

	private ReceiptFiles() {
	}

	/**
	 * The receipt as it is handed out, what it says as JSON-LD, and for OpenSSL what was
	 * signed, the signature and the public key.
	 */
	static byte[] zip(SignedReceipt receipt, PublicReceiptKey key) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			put(zip, "receipt.jws", text(receipt.compact()));
			put(zip, "receipt.jsonld", text(receipt.payload()));
			put(zip, "receipt.signed", text(receipt.signed()));
			put(zip, "receipt.sig", receipt.signature());
			put(zip, "key.pem", text(key.pem()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
		ZipEntry entry = new ZipEntry(name);
		entry.setTime(0);
		zip.putNextEntry(entry);
		zip.write(content);
		zip.closeEntry();
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
