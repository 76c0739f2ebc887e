package dev.sayso.consent.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.OwnRefusalException;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.StaleSayException;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.OperatorSayChanges;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Records what somebody told an operator about one purpose: a consent with what proves
 * it, a refusal, or that nothing is said any more.
 */
@ConsolePage
class PurposesController {

	private static final List<Choice> RECORDED = List.of(Choice.YES, Choice.NO, Choice.UNKNOWN);

	private final OperatorSayChanges changes;

	private final ProfilePageRenderer page;

	private final SayMessages messages;

	PurposesController(OperatorSayChanges changes, ProfilePageRenderer page, SayMessages messages) {
		this.changes = changes;
		this.page = page;
		this.messages = messages;
	}

	/** The General tab with the form for this purpose, which the others do without. */
	@GetMapping("/profiles/{id}/purposes/{purpose}")
	ModelAndView ask(@PathVariable String id, @PathVariable("purpose") String key, Model model) {
		PurposeCard.Attempt nothing = new PurposeCard.Attempt(purpose(key), null, EvidenceForm.NONE, Map.of(), false);
		return this.page.draw(ProfileId.from(id), model.addAttribute(PurposeCard.ATTEMPT, nothing), HttpStatus.OK);
	}

	@PutMapping("/profiles/{id}/purposes/{purpose}")
	ModelAndView record(@PathVariable String id, @PathVariable("purpose") String key,
			@RequestParam MultiValueMap<String, String> fields, Actor actor, Model model, RedirectAttributes redirect) {
		ProfileId profile = ProfileId.from(id);
		Purpose purpose = purpose(key);
		EvidenceForm evidence = EvidenceForm.read(fields, key);
		Choice choice = Optional.ofNullable(fields.getFirst("choice"))
			.flatMap(Choice::of)
			.filter(RECORDED::contains)
			.orElse(null);
		Map<String, String> faults = faults(choice, evidence);
		if (choice == Choice.NO && !faults.isEmpty()) {
			this.changes.choice(profile, actor, Statement.of(purpose, Choice.NO), null, Evidence.NONE);
			faults.put("taken", "record.taken");
		}
		if (choice == null || !faults.isEmpty()) {
			return again(profile, new PurposeCard.Attempt(purpose, choice, evidence, faults, false), model);
		}
		try {
			List<LedgerEntry> entries = this.changes.choice(profile, actor,
					Statement.of(purpose, choice, evidence.grounds().reason()),
					Choices.<@Nullable UUID>read(fields.getFirst("shown"), null, Ids::parse),
					evidence.grounds().evidence());
			redirect.addFlashAttribute("focus", PurposeCard.changeId(purpose));
			String told = this.messages.purpose(purpose);
			if (entries.isEmpty()) {
				Flash.done(redirect, "record.same", told);
			}
			else {
				SayUndoController.offer(redirect, profile, entries, "record.saved." + choice.value(), told);
			}
			return new ModelAndView("redirect:/profiles/" + id);
		}
		catch (OwnRefusalException ex) {
			return again(profile, new PurposeCard.Attempt(purpose, choice, evidence, evidence.missing(true), false),
					model);
		}
		catch (StaleSayException ex) {
			return again(profile, new PurposeCard.Attempt(purpose, choice, evidence, Map.of(), true), model);
		}
	}

	/**
	 * What is missing; that somebody consents is never taken on an operator's word alone.
	 */
	private static Map<String, String> faults(@Nullable Choice choice, EvidenceForm evidence) {
		Map<String, String> faults = new LinkedHashMap<>();
		if (choice == null) {
			faults.put("choice", "record.fault.choice");
		}
		if (choice == Choice.YES && evidence.kind().isEmpty()) {
			faults.put("evidence", "record.fault.evidence");
		}
		if (evidence.isTooLong()) {
			faults.put("reason", "evidence.fault.long");
		}
		return faults;
	}

	private static Purpose purpose(String key) {
		return Purpose.of(key).orElseThrow(() -> new NotFoundException(key));
	}

	private ModelAndView again(ProfileId profile, PurposeCard.Attempt attempt, Model model) {
		return this.page.draw(profile, model.addAttribute(PurposeCard.ATTEMPT, attempt),
				attempt.changed() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
	}

}
