package dev.sayso.landing.confirmation;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
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

import dev.sayso.consent.Evidence;
import dev.sayso.consent.OwnRefusalException;
import dev.sayso.consent.StaleSayException;
import dev.sayso.landing.visit.FormFaults;
import dev.sayso.mail.MailLimit;
import dev.sayso.service.Services;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

@ConsolePage
@RequestMapping("/confirmations")
class ConfirmationsController {

	private static final int PAGE = 25;

	private final PendingConfirmations confirmations;

	private final ConfirmationManagement management;

	private final AskForConfirmation ask;

	private final MailLimit limit;

	private final Services services;

	ConfirmationsController(PendingConfirmations confirmations, ConfirmationManagement management,
			AskForConfirmation ask, MailLimit limit, Services services) {
		this.ask = ask;
		this.limit = limit;
		this.services = services;
		this.confirmations = confirmations;
		this.management = management;
	}

	@GetMapping
	String list(@RequestParam(required = false) @Nullable String after, Model model) {
		List<PendingConfirmation> pending = this.confirmations.list(position(after), PAGE + 1);
		List<PendingConfirmation> page = pending.subList(0, Math.min(PAGE, pending.size()));
		model.addAttribute("rows", page.stream().map(this::view).toList());
		model.addAttribute("count", this.confirmations.count());
		model.addAttribute("first", after == null ? null : "/confirmations");
		model.addAttribute("next", (pending.size() > PAGE) ? "/confirmations?after=" + mark(page.get(PAGE - 1)) : null);
		return "landing/confirmation/list";
	}

	@GetMapping("/{profile}")
	ModelAndView show(@PathVariable String profile) {
		PendingConfirmation confirmation = find(profile);
		return page(confirmation, HttpStatus.OK).addObject("form", ConfirmationForm.of(confirmation));
	}

	@PutMapping("/{profile}")
	ModelAndView confirm(@PathVariable String profile, @ModelAttribute("form") @Valid ConfirmationForm form,
			BindingResult errors, Actor actor, RedirectAttributes redirect) {
		PendingConfirmation confirmation = find(profile);
		form.check(confirmation, errors);
		try {
			if (!errors.hasErrors()) {
				this.management.confirm(confirmation, form, actor);
				Flash.done(redirect, "confirmation.done", confirmation.profile().name());
				return new ModelAndView("redirect:/confirmations");
			}
		}
		catch (OwnRefusalException ex) {
			errors.rejectValue("reason", "confirmation.fault.reason");
		}
		catch (StaleEditException | StaleSayException ex) {
			errors.rejectValue("purpose", "confirmation.fault.changed");
			confirmation = find(profile);
		}
		catch (FormFaults ex) {
			errors.rejectValue("details", "confirmation.fault.details");
		}
		return page(confirmation, HttpStatus.UNPROCESSABLE_CONTENT);
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

	/** Asks the person by mail once more. */
	@PostMapping("/{profile}/mails")
	String mail(@PathVariable String profile, RedirectAttributes redirect) {
		PendingConfirmation confirmation = find(profile);
		AskForConfirmation.Outcome outcome = this.ask.askAgain(confirmation.profile().id());
		String code = "confirmation.again." + outcome.name().toLowerCase(Locale.ROOT);
		if (outcome == AskForConfirmation.Outcome.ASKED) {
			Flash.done(redirect, code);
		}
		else {
			Flash.warn(redirect, code, this.limit.daily());
		}
		return "redirect:/confirmations/" + confirmation.profile().id();
	}

	private ConfirmationRowView view(PendingConfirmation confirmation) {
		return ConfirmationRowView.of(confirmation, this.services::findBySlug);
	}

	private PendingConfirmation find(String profile) {
		return ProfileId.parse(profile)
			.flatMap(this.confirmations::find)
			.orElseThrow(() -> new NotFoundException("profile " + profile));
	}

	private ModelAndView page(PendingConfirmation confirmation, HttpStatus status) {
		return new ModelAndView("landing/confirmation/show",
				Map.of("confirmation", view(confirmation), "kinds", Evidence.KINDS), status);
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
