package dev.sayso.contact.events;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audit.Audit;
import dev.sayso.audit.FieldChange;
import dev.sayso.contact.inbound.Connector;
import dev.sayso.contact.inbound.Connectors;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Says where a connector's payloads have what happened, and tries that out.
 */
@ConsolePage
@RequestMapping("/settings/connectors/{id}/mapping")
class EventMappingController {

	private final Connectors connectors;

	private final EventMappings mappings;

	private final EventTrial trial;

	private final Audit audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	EventMappingController(Connectors connectors, EventMappings mappings, EventTrial trial, Audit audit,
			TransactionTemplate transaction, Clock clock) {
		this.audit = audit;
		this.transaction = transaction;
		this.connectors = connectors;
		this.mappings = mappings;
		this.trial = trial;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView show(@PathVariable String id) {
		Connector connector = connector(id);
		return page(connector, EventMappingForm.of(mapping(connector)), HttpStatus.OK);
	}

	@PutMapping
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") @Valid EventMappingForm form,
			BindingResult errors, Actor actor, RedirectAttributes redirect) {
		Connector connector = connector(id);
		form.check(errors);
		if (errors.hasErrors()) {
			return page(connector, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (!change(connector, form, actor)) {
			EventMapping now = mapping(connector);
			return page(connector, EventMappingForm.of(now), HttpStatus.CONFLICT).addObject("mapping", now)
				.addObject("stale", form.against(now));
		}
		Flash.done(redirect, "mapping.saved");
		return new ModelAndView("redirect:/settings/connectors/" + connector.id() + "/mapping");
	}

	/** Not where somebody else saved since the form was shown. */
	private boolean change(Connector connector, EventMappingForm form, Actor by) {
		EventMapping before = mapping(connector);
		if (form.version() != ((before.version() != null) ? before.version() : -1)) {
			return false;
		}
		EventMapping after = form.apply(before, this.clock.instant(), by.name());
		List<FieldChange> changes = FieldChange.between((before.version() != null) ? before.fields() : Map.of(),
				after.fields());
		try {
			if (!changes.isEmpty()) {
				this.transaction.executeWithoutResult((status) -> {
					this.mappings.save(after);
					this.audit.write(by, "edited", connector.subject(), changes);
				});
			}
			return true;
		}
		catch (OptimisticLockingFailureException | DuplicateKeyException ex) {
			return false;
		}
	}

	/** Where somebody comes back to the address of a trial, whose fields are gone. */
	@GetMapping("/trials")
	String back(@PathVariable String id) {
		return "redirect:/settings/connectors/" + connector(id).id() + "/mapping";
	}

	/** Tries what is typed, saved or not. */
	@PostMapping("/trials")
	ModelAndView attempt(@PathVariable String id, @ModelAttribute("form") @Valid EventMappingForm form,
			BindingResult errors, Actor actor) {
		Connector connector = connector(id);
		form.check(errors);
		String payload = (form.payload() != null) ? form.payload() : "";
		if (payload.isBlank()) {
			errors.rejectValue("payload", "mapping.fault.payload.none");
		}
		List<EventTrial.Tried> tried = null;
		if (!errors.hasErrors()) {
			tried = this.trial.attempt(payload, form.apply(mapping(connector), this.clock.instant(), actor.name()),
					connector);
			if (tried == null) {
				errors.rejectValue("payload", "mapping.fault.payload.json");
			}
			else if (tried.isEmpty()) {
				errors.rejectValue("events", "mapping.fault.events");
			}
		}
		return page(connector, form, errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
			.addObject("tried", tried);
	}

	private Connector connector(String id) {
		Connector connector = this.connectors.get(id);
		if (!connector.kind().equals(MappedForm.KEY)) {
			throw new NotFoundException("mapping of " + id);
		}
		return connector;
	}

	private EventMapping mapping(Connector connector) {
		return this.mappings.findById(connector.id()).orElseGet(() -> EventMapping.none(connector));
	}

	private static ModelAndView page(Connector connector, EventMappingForm form, HttpStatus status) {
		return new ModelAndView("contact/events/mapping", status).addObject("connector", connector)
			.addObject("form", form)
			.addObject("proofs", EventMappingForm.PROOFS)
			.addObject("encodings", EventMappingForm.ENCODINGS);
	}

}
