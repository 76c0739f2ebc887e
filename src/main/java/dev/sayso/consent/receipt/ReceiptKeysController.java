package dev.sayso.consent.receipt;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The keys that sign receipts: in Settings, and published for whoever checks one.
 */
@ConsolePage
class ReceiptKeysController {

	private final ReceiptKeys keys;

	ReceiptKeysController(ReceiptKeys keys) {
		this.keys = keys;
	}

	/** A set of JSON Web Keys (RFC 7517, 5), which pages of others may read too. */
	@GetMapping("/.well-known/jwks.json")
	ResponseEntity<Map<String, List<Map<String, String>>>> published() {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
			.body(Map.of("keys", this.keys.published().stream().map((each) -> each.key().jwk()).toList()));
	}

	@GetMapping("/settings/receipts")
	String show(Model model) {
		model.addAttribute("keys", this.keys.published());
		model.addAttribute("current", this.keys.current());
		return "consent/receipt/settings";
	}

	@PutMapping("/settings/receipts/key")
	String renew(Actor actor, RedirectAttributes redirect) {
		this.keys.renew(actor);
		Flash.done(redirect, "receipt.key.renewed");
		return "redirect:/settings/receipts";
	}

}
