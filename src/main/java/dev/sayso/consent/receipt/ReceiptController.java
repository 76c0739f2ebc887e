package dev.sayso.consent.receipt;

import java.util.Locale;
import java.util.UUID;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;

@ConsolePage
@RequestMapping("/receipts")
class ReceiptController {

	/** Checks what is in the download. */
	private static final String COMMAND = """
			openssl pkeyutl -verify -rawin \\
			  -pubin -inkey key.pem \\
			  -in receipt.signed -sigfile receipt.sig""";

	/** How much of a signed receipt is shown at either end, in characters. */
	private static final int SHOWN = 16;

	private final Receipts receipts;

	private final ReceiptVerification verification;

	private final ReceiptMessages messages;

	private final ReceiptKeys keys;

	ReceiptController(Receipts receipts, ReceiptVerification verification, ReceiptMessages messages, ReceiptKeys keys) {
		this.receipts = receipts;
		this.verification = verification;
		this.messages = messages;
		this.keys = keys;
	}

	@GetMapping("/{id}")
	String show(@PathVariable String id, Locale locale, Model model) {
		Receipt receipt = this.receipts.get(id(id));
		String compact = receipt.signed().compact();
		model.addAttribute("receipt", this.messages.view(receipt.record(), receipt.signed().kid(), locale));
		model.addAttribute("profile", receipt.profile());
		model.addAttribute("jws", compact);
		model.addAttribute("value", compact.substring(0, SHOWN) + "…" + compact.substring(compact.length() - SHOWN));
		model.addAttribute("command", COMMAND);
		model.addAttribute("holds", this.verification.verify(compact).isValid());
		return "consent/receipt/show";
	}

	@GetMapping("/{id}.zip")
	ResponseEntity<byte[]> download(@PathVariable String id) {
		SignedReceipt signed = this.receipts.get(id(id)).signed();
		PublicReceiptKey key = this.keys.find(signed.kid()).orElseThrow();
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/zip"))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("receipt-" + id + ".zip").build().toString())
			.body(ReceiptFiles.zip(signed, key));
	}

	private static UUID id(String text) {
		return Ids.parse(text).orElseThrow(() -> new NotFoundException("receipt"));
	}

}
