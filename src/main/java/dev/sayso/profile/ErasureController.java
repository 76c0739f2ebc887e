package dev.sayso.profile;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.suppression.SayErasure;
import dev.sayso.person.Profile;
import dev.sayso.person.DetailsHistory;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Erases somebody, after saying what goes and what stays.
 */
@ConsolePage
@RequestMapping("/profiles/{id}/erasure")
class ErasureController {

	private final Profiles profiles;

	private final EraseProfile erase;

	private final SayErasure erasure;

	private final Ledger ledger;

	private final DetailsHistory changes;

	ErasureController(Profiles profiles, EraseProfile erase, SayErasure erasure, Ledger ledger,
			DetailsHistory changes) {
		this.profiles = profiles;
		this.erase = erase;
		this.erasure = erasure;
		this.ledger = ledger;
		this.changes = changes;
	}

	@GetMapping
	ModelAndView ask(@PathVariable String id) {
		return page(this.profiles.get(id), false);
	}

	@PostMapping
	ModelAndView erase(@PathVariable String id, @RequestParam(defaultValue = "") String name, Actor actor,
			RedirectAttributes redirect) {
		Profile profile = this.profiles.get(id);
		if (!TextNormalizer.text(name).equals(TextNormalizer.text(profile.name()))) {
			return page(profile, true);
		}
		int kept = this.erasure.kept(profile.id(), profile.addresses().keySet()).size();
		this.erase.erase(profile.id(), actor);
		Flash.done(redirect, "profile.erased", kept);
		return new ModelAndView("redirect:/profiles");
	}

	private ModelAndView page(Profile profile, boolean mistyped) {
		List<Channel> kept = List.copyOf(this.erasure.kept(profile.id(), profile.addresses().keySet()).keySet());
		return new ModelAndView("profile/erasure",
				Map.of("id", profile.id().toString(), "name", profile.name(), "kept", kept, "entries",
						this.ledger.count(profile.id()), "changes", this.changes.count(profile.id()), "mistyped",
						mistyped),
				mistyped ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

}
