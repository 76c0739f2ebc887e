package dev.sayso.contact.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.condition.InvalidConditionException;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Enables a policy, at once or at an instant, and disables it. Where it and another would
 * allow nobody together, it asks once more.
 */
@ConsolePage
@RequestMapping("/policies/{id}")
class PolicyForceController {

	private final ConsentPolicies policies;

	private final PolicyManagement management;

	private final PolicyPage page;

	private final TimeFormat times;

	private final Clock clock;

	PolicyForceController(ConsentPolicies policies, PolicyManagement management, PolicyPage page, TimeFormat times,
			Clock clock) {
		this.policies = policies;
		this.management = management;
		this.page = page;
		this.times = times;
		this.clock = clock;
	}

	/** Where somebody comes back to the address of a form that was refused. */
	@GetMapping("/force")
	String back(@PathVariable String id) {
		return "redirect:/policies/" + this.policies.get(id).slug();
	}

	@PutMapping("/force")
	ModelAndView enable(@PathVariable String id, @ModelAttribute("force") @Valid ForceForm force, BindingResult errors,
			@RequestParam(defaultValue = "false") boolean anyway, Actor actor, RedirectAttributes redirect) {
		ConsentPolicy policy = this.policies.get(id);
		Instant from = force.readBegin(this.times.zone(), this.clock.instant(), errors);
		if (errors.hasErrors()) {
			return again(policy, force, errors, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		List<PolicyEffect.Pair> deadly = anyway ? List.of() : this.page.deadly(policy);
		if (!deadly.isEmpty()) {
			return again(policy, force, errors, HttpStatus.UNPROCESSABLE_CONTENT).addObject("deadly", deadly);
		}
		try {
			ConsentPolicy enabled = this.management.enable(policy.id(), force.version(), from, actor);
			if (from != null) {
				Flash.done(redirect, "policy.scheduled.done", enabled.name(), this.times.dayTime(from));
			}
			else {
				Flash.done(redirect, "policy.enabled.done", enabled.name(), enabled.newest());
			}
			return new ModelAndView("redirect:/policies/" + enabled.slug());
		}
		catch (StaleEditException ex) {
			return again(policy, force, errors, HttpStatus.CONFLICT).addObject("stale", policy);
		}
		catch (InvalidConditionException ex) {
			return again(policy, force, errors, HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	@DeleteMapping("/force")
	String disable(@PathVariable String id, @RequestParam int version, Actor actor, RedirectAttributes redirect) {
		ConsentPolicy policy = this.policies.get(id);
		try {
			this.management.disable(policy.id(), version, actor);
			Flash.done(redirect, "policy.disabled.done", policy.name());
		}
		catch (StaleEditException ex) {
			Flash.error(redirect, "policy.fault.stale", policy.changedBy());
		}
		return "redirect:/policies/" + policy.slug();
	}

	@DeleteMapping("/schedule")
	String unschedule(@PathVariable String id, @RequestParam int version, Actor actor, RedirectAttributes redirect) {
		ConsentPolicy policy = this.policies.get(id);
		try {
			this.management.unschedule(policy.id(), version, actor);
			Flash.done(redirect, "policy.unscheduled.done", policy.name());
		}
		catch (StaleEditException ex) {
			Flash.error(redirect, "policy.fault.stale", policy.changedBy());
		}
		return "redirect:/policies/" + policy.slug();
	}

	private ModelAndView again(ConsentPolicy policy, ForceForm force, BindingResult errors, HttpStatus status) {
		return this.page
			.render(PolicyForm.of(policy), PolicyPage.Subject.of(policy), PolicyPage.Movers.FIRST,
					new PolicyPage.Mode(true, false, true), status)
			.addAllObjects(errors.getModel())
			.addObject("force", force);
	}

}
