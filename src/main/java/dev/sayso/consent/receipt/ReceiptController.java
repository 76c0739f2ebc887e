package dev.sayso.consent.receipt;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.PeopleFileLog;
import dev.sayso.shared.Actor;
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

	private final PeopleFileLog log;

	ReceiptController(Receipts receipts, ReceiptVerification verification, ReceiptMessages messages, ReceiptKeys keys,
			PeopleFileLog log) {
		this.log = log;
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
	void download(@PathVariable String id, Actor actor, HttpServletResponse response) throws IOException {
		Receipt receipt = this.receipts.get(id(id));
		SignedReceipt signed = receipt.signed();
		byte[] zip = ReceiptFiles.zip(signed, this.keys.find(signed.kid()).orElseThrow());
		this.log.take(actor, "receipt", new AuditSubject(PeopleFileLog.PERSON, receipt.profile().id().toString(), ""),
				() -> {
					response.setContentType("application/zip");
					response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
							ContentDisposition.attachment().filename("receipt-" + id + ".zip").build().toString());
					response.setContentLength(zip.length);
					response.getOutputStream().write(zip);
					return 1;
				});
	}

	private static UUID id(String text) {
		return Ids.parse(text).orElseThrow(() -> new NotFoundException("receipt"));
	}

}
