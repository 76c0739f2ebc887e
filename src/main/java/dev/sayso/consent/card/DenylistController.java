package dev.sayso.consent.card;

import java.util.List;
import java.util.Set;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.Choice;
import dev.sayso.consent.OwnRefusalException;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.StaleSayException;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.OperatorSayChanges;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

@ConsolePage
class DenylistController {

	private final OperatorSayChanges changes;

	private final ProfilePageRenderer page;

	DenylistController(OperatorSayChanges changes, ProfilePageRenderer page) {
		this.changes = changes;
		this.page = page;
	}

	@PostMapping("/profiles/{id}/do-not-contact")
	ModelAndView save(@PathVariable String id, @RequestParam MultiValueMap<String, String> fields, Actor actor,
			Model model, RedirectAttributes redirect) {
		ProfileId profile = ProfileId.from(id);
		DenylistForm form = DenylistForm.read(fields);
		if (form.isTooLong()) {
			this.changes.stop(profile, actor,
					form.boxes().stream().map(OperatorSayChanges.Box::withoutGrounds).toList());
			return again(profile, new DenylistCard.Attempt(form, Set.of(), Set.of()), model);
		}
		try {
			tell(profile, this.changes.denylist(profile, actor, form.boxes()), redirect);
			return new ModelAndView("redirect:/profiles/" + id);
		}
		catch (OwnRefusalException ex) {
			return again(profile, new DenylistCard.Attempt(form, ex.purposes(), Set.of()), model);
		}
		catch (StaleSayException ex) {
			return again(profile, new DenylistCard.Attempt(form, Set.of(), ex.purposes()), model);
		}
	}

	private ModelAndView again(ProfileId profile, DenylistCard.Attempt attempt, Model model) {
		HttpStatus status = attempt.changed().isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
		return this.page.draw(profile, model.addAttribute(DenylistCard.ATTEMPT, attempt), status);
	}

	private static void tell(ProfileId profile, List<LedgerEntry> entries, RedirectAttributes redirect) {
		if (entries.isEmpty()) {
			Flash.done(redirect, "denylist.saved", 0);
			return;
		}
		String key = DenylistForm.key(Purpose.of(entries.get(0).purpose()).orElseThrow());
		redirect.addFlashAttribute("focus", DenylistView.Row.id(key));
		if (entries.size() == 1) {
			boolean no = entries.get(0).after().equals(Choice.NO.value());
			SayUndoController.offer(redirect, profile, entries, "denylist.saved." + (no ? "no." : "lifted.") + key);
		}
		else {
			SayUndoController.offer(redirect, profile, entries, "denylist.saved", entries.size());
		}
	}

}
