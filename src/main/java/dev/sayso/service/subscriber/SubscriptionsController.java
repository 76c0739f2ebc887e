package dev.sayso.service.subscriber;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.service.RecordSubscription;
import dev.sayso.service.Service;
import dev.sayso.service.Services;
import dev.sayso.service.Subscription;
import dev.sayso.service.SubscriptionOutcome;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.service.SubscriptionUndo;
import dev.sayso.service.Subscriptions;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Slug;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The Subscriptions tab of a person, on which operators subscribe them with evidence,
 * unsubscribe them, and choose how often a service comes.
 */
@ConsolePage
@RequestMapping("/profiles/{id}/subscriptions")
class SubscriptionsController {

	private final SubscriptionsPage page;

	private final Services services;

	private final Subscriptions subscriptions;

	private final RecordSubscription record;

	private final SubscriptionUndo undo;

	SubscriptionsController(SubscriptionsPage page, Services services, Subscriptions subscriptions,
			RecordSubscription record, SubscriptionUndo undo) {
		this.page = page;
		this.services = services;
		this.subscriptions = subscriptions;
		this.record = record;
		this.undo = undo;
	}

	/**
	 * What an operator types to subscribe somebody.
	 *
	 * @param kind what proves it, one of {@link Evidence#KINDS}
	 * @param reference where that can be found
	 * @param shown the ledger's entry of each subscription that the page showed, as
	 * {@code key:id}
	 */
	record SubscribeForm(@NotBlank(message = "{subscription.fault.service}") String service,
			@NotBlank(message = "{evidence.fault.evidence}") @Size(max = 2000,
					message = "{evidence.fault.long}") String kind,
			@Size(max = 500, message = "{evidence.fault.long}") String reference,
			@Size(max = 255, message = "{evidence.fault.long}") String reason, List<String> shown) {

		SubscribeForm {
			shown = (shown != null) ? shown : List.of();
		}

		static SubscribeForm of(String service) {
			return new SubscribeForm(service, "", "", "", List.of());
		}

		Evidence evidence() {
			return Evidence.typed(this.kind, this.reference);
		}

		/** Whether the page showed what stands now. */
		boolean showed(@Nullable Subscription current) {
			Optional<String> seen = this.shown.stream()
				.filter((each) -> each.startsWith(this.service + ":"))
				.findFirst();
			return seen.equals(Optional.ofNullable(current).map((stands) -> this.service + ":" + stands.ledgerId()));
		}

	}

	@GetMapping
	ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "") String service, Model model) {
		return this.page.draw(ProfileId.from(id), SubscribeForm.of(service), model, HttpStatus.OK);
	}

	@PostMapping
	ModelAndView subscribe(@PathVariable String id, @ModelAttribute("form") @Valid SubscribeForm form,
			BindingResult errors, Actor actor, Model model, RedirectAttributes redirect) {
		ProfileId profile = ProfileId.from(id);
		Service service = this.services.findBySlug(form.service()).orElse(null);
		if (service == null && !errors.hasFieldErrors("service")) {
			errors.rejectValue("service", "subscription.fault.service");
		}
		if (service == null || errors.hasErrors()) {
			return this.page.draw(profile, form, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (!form.showed(this.subscriptions.find(profile, service.slug()).orElse(null))) {
			errors.rejectValue("service", "subscription.fault.changed");
			return this.page.draw(profile, form, model, HttpStatus.CONFLICT);
		}
		SubscriptionOutcome outcome = this.record.record(profile,
				Declaration.byOperator(actor, List.of(), form.evidence()),
				SubscriptionStatement.in(service.slug(), null, form.reason().isEmpty() ? null : form.reason()));
		if (outcome.kind() == SubscriptionOutcome.Kind.CLOSED) {
			errors.rejectValue("service", "subscription.fault.closed");
			return this.page.draw(profile, form, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		tell(outcome, profile, "subscription.done.in", service.name(), redirect);
		return back(id);
	}

	@DeleteMapping("/{service}")
	ModelAndView unsubscribe(@PathVariable String id, @PathVariable String service, Actor actor,
			RedirectAttributes redirect) {
		ProfileId profile = ProfileId.from(id);
		Service known = this.services.get(service);
		tell(this.record.record(profile, Declaration.byOperator(actor, List.of(), Evidence.NONE),
				SubscriptionStatement.out(known.slug(), null)), profile, "subscription.done.out", known.name(),
				redirect);
		return back(id);
	}

	/** Chooses how often it comes, for who is subscribed. */
	@PutMapping("/{service}")
	ModelAndView change(@PathVariable String id, @PathVariable String service,
			@RequestParam(defaultValue = "") String frequency, Actor actor, RedirectAttributes redirect) {
		Choices.check(frequency.isEmpty() || Slug.isSlug(frequency));
		ProfileId profile = ProfileId.from(id);
		Service known = this.services.get(service);
		boolean subscribed = this.subscriptions.find(profile, known.slug())
			.filter(Subscription::isSubscribed)
			.isPresent();
		if (!subscribed || known.frequency(frequency).isEmpty()) {
			Flash.warn(redirect, "subscription.fault.frequency", known.name());
			return back(id);
		}
		tell(this.record.record(profile, Declaration.byOperator(actor, List.of(), Evidence.NONE),
				SubscriptionStatement.in(known.slug(), frequency, null)), profile, "subscription.done.frequency",
				known.name(), redirect);
		return back(id);
	}

	@PostMapping("/undo")
	ModelAndView undo(@PathVariable String id, @RequestParam(defaultValue = "") List<String> change, Actor actor,
			RedirectAttributes redirect) {
		UUID entry = change.stream().findFirst().flatMap(Ids::parse).orElseThrow(() -> new NotFoundException("change"));
		if (this.undo.undo(ProfileId.from(id), actor, entry)) {
			Flash.done(redirect, "subscription.undone");
		}
		else {
			Flash.warn(redirect, "subscription.undo.newer");
		}
		return back(id);
	}

	private static void tell(SubscriptionOutcome outcome, ProfileId profile, String code, Serializable service,
			RedirectAttributes redirect) {
		if (outcome.entry() == null) {
			Flash.done(redirect, "subscription.done.already", service);
			return;
		}
		ArrayList<String> changes = new ArrayList<>(List.of(outcome.entry().id().toString()));
		Flash.undoable(redirect, new Flash.Undo("/profiles/" + profile + "/subscriptions/undo", changes), code,
				service);
	}

	private static ModelAndView back(String id) {
		return new ModelAndView("redirect:/profiles/" + id + "/subscriptions", Map.of());
	}

}
