package dev.sayso.landing.confirmation;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.OwnRefusalException;
import dev.sayso.consent.StaleSayException;
import dev.sayso.landing.visit.FormFaults;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Lists the pending confirmations, and lets operators confirm them with evidence.
 */
@ConsolePage
@RequestMapping("/confirmations")
class ConfirmationsController {

	private static final int PAGE = 25;

	private final PendingConfirmations confirmations;

	private final ConfirmationManagement management;

	ConfirmationsController(PendingConfirmations confirmations, ConfirmationManagement management) {
		this.confirmations = confirmations;
		this.management = management;
	}

	@GetMapping
	String list(@RequestParam(required = false) @Nullable String after, Model model) {
		List<PendingConfirmation> pending = this.confirmations.list(position(after), PAGE + 1);
		List<PendingConfirmation> page = pending.subList(0, Math.min(PAGE, pending.size()));
		model.addAttribute("rows", page.stream().map(ConfirmationRowView::of).toList());
		model.addAttribute("count", this.confirmations.count());
		model.addAttribute("first", after == null ? null : "/confirmations");
		model.addAttribute("next", (pending.size() > PAGE) ? "/confirmations?after=" + mark(page.get(PAGE - 1)) : null);
		return "landing/confirmation/list";
	}

	@GetMapping("/{profile}")
	ModelAndView show(@PathVariable String profile) {
		PendingConfirmation confirmation = find(profile);
		return page(confirmation, ConfirmationForm.of(confirmation), Map.of());
	}

	@PutMapping("/{profile}")
	ModelAndView confirm(@PathVariable String profile, @ModelAttribute ConfirmationForm form, Actor actor,
			RedirectAttributes redirect) {
		PendingConfirmation confirmation = find(profile);
		Map<String, String> faults = form.faults(confirmation);
		if (!faults.isEmpty()) {
			return page(confirmation, form, faults);
		}
		try {
			this.management.confirm(confirmation, form.purposes(), form.confirmsDetails(), form.why(), form.evidence(),
					actor);
		}
		catch (OwnRefusalException ex) {
			return page(confirmation, form, Map.of("reason", "confirmation.fault.reason"));
		}
		catch (StaleEditException | StaleSayException ex) {
			return page(find(profile), form, Map.of("purpose", "confirmation.fault.changed"));
		}
		catch (FormFaults ex) {
			return page(confirmation, form, Map.of("details", "confirmation.fault.details"));
		}
		Flash.done(redirect, "confirmation.done", confirmation.profile().name());
		return new ModelAndView("redirect:/confirmations");
	}

	@DeleteMapping("/{profile}")
	String dismiss(@PathVariable String profile, @RequestParam(defaultValue = "") String reason, Actor actor,
			RedirectAttributes redirect) {
		PendingConfirmation confirmation = find(profile);
		String why = reason.strip();
		this.management.dismiss(confirmation.profile().id(), why.substring(0, Math.min(255, why.length())), actor);
		Flash.done(redirect, "confirmation.dismissed", confirmation.profile().name());
		return "redirect:/confirmations";
	}

	private PendingConfirmation find(String profile) {
		return ProfileId.parse(profile)
			.flatMap(this.confirmations::find)
			.orElseThrow(() -> new NotFoundException("profile " + profile));
	}

	private static ModelAndView page(PendingConfirmation confirmation, ConfirmationForm form,
			Map<String, String> faults) {
		return new ModelAndView(
				"landing/confirmation/show", Map.of("confirmation", ConfirmationRowView.of(confirmation), "form", form,
						"faults", faults, "kinds", ConfirmationForm.KINDS),
				faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static PendingConfirmations.@Nullable After position(@Nullable String mark) {
		String[] parts = (mark != null) ? mark.split("~") : new String[0];
		Optional<UUID> profile = (parts.length == 2) ? Ids.parse(parts[1].toLowerCase(Locale.ROOT)) : Optional.empty();
		try {
			return profile.isPresent() ? new PendingConfirmations.After(Instant.parse(parts[0]), profile.get()) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static String mark(PendingConfirmation last) {
		return last.since() + "~" + last.profile().id();
	}

}
