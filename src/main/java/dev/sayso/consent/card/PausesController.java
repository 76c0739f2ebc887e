package dev.sayso.consent.card;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Grounds;
import dev.sayso.consent.Pause;
import dev.sayso.consent.PauseRefusedException;
import dev.sayso.consent.PauseRefusedException.Fault;
import dev.sayso.consent.PauseStatement;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.consent.ledger.Says;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Records what an operator pauses for somebody, held against what the page showed.
 */
@ConsolePage
class PausesController {

	private final RecordPause pauses;

	private final Says says;

	private final ProfilePageRenderer page;

	private final SayMessages messages;

	private final Clock clock;

	PausesController(RecordPause pauses, Says says, ProfilePageRenderer page, SayMessages messages, Clock clock) {
		this.pauses = pauses;
		this.says = says;
		this.page = page;
		this.messages = messages;
		this.clock = clock;
	}

	@PostMapping("/profiles/{id}/pauses")
	ModelAndView add(@PathVariable String id, @RequestParam(defaultValue = "") String what,
			@RequestParam MultiValueMap<String, String> fields, Actor actor, Model model, RedirectAttributes redirect) {
		PauseForm form = PauseForm.read(fields, what);
		Optional<Purpose> purpose = Pause.purpose(what);
		if (purpose.isEmpty() || form.until().isEmpty()) {
			Map<String, String> faults = purpose.isEmpty() ? Map.of("what", "pause.fault.what")
					: Map.of("until", "pause.fault.date");
			return again(ProfileId.from(id), new PauseCard.Attempt(true, form, faults, false), model);
		}
		return save(ProfileId.from(id), purpose.get(), true, form, actor, model, redirect);
	}

	/** Changes a pause; without a day it ends now. */
	@PutMapping("/profiles/{id}/pauses/{what}")
	ModelAndView change(@PathVariable String id, @PathVariable String what,
			@RequestParam MultiValueMap<String, String> fields, Actor actor, Model model, RedirectAttributes redirect) {
		Purpose purpose = Pause.purpose(what).orElseThrow(() -> new NotFoundException(what));
		return save(ProfileId.from(id), purpose, false, PauseForm.read(fields, what), actor, model, redirect);
	}

	private ModelAndView save(ProfileId profile, Purpose purpose, boolean added, PauseForm form, Actor actor,
			Model model, RedirectAttributes redirect) {
		Map<String, String> faults = form.faults();
		if (!faults.isEmpty()) {
			return again(profile, new PauseCard.Attempt(added, form, faults, false), model);
		}
		Grounds grounds = form.evidence().grounds();
		try {
			Optional<LedgerEntry> entry = this.pauses.record(profile,
					Declaration.byOperator(actor, List.of(), grounds.evidence()),
					PauseStatement.of(purpose, form.day().orElse(null), grounds.reason()),
					(running) -> running.ledgerId().equals(form.seen()));
			tell(profile, purpose, entry, redirect);
			return new ModelAndView("redirect:/profiles/" + profile);
		}
		catch (PauseRefusedException ex) {
			boolean own = this.says.find(profile).pause(purpose, this.clock.instant()).filter(Pause::own).isPresent();
			return again(profile, new PauseCard.Attempt(added && ex.fault() != Fault.OWN, form,
					form.faults(ex.fault(), own), ex.fault() == Fault.STALE), model);
		}
	}

	private void tell(ProfileId profile, Purpose purpose, Optional<LedgerEntry> entry, RedirectAttributes redirect) {
		redirect.addFlashAttribute("focus", "pause-title");
		String what = this.messages.text("purpose.in." + purpose.key());
		entry.ifPresentOrElse(
				(told) -> SayUndoController.offer(redirect, profile, List.of(told),
						RecordPause.ENDED.equals(told.after()) ? "pause.saved.ended" : "pause.saved", what),
				() -> Flash.done(redirect, "pause.saved.same"));
	}

	private ModelAndView again(ProfileId profile, PauseCard.Attempt attempt, Model model) {
		return this.page.draw(profile, model.addAttribute(PauseCard.ATTEMPT, attempt),
				attempt.changed() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
	}

}
