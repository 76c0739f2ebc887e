package dev.sayso.contact.policy;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.store.Version;

/**
 * Two versions of a policy side by side, and an earlier one taken as the draft.
 */
@ConsolePage
@RequestMapping("/policies/{id}")
class PolicyVersionsController {

	private final ConsentPolicies policies;

	private final PolicyVersions versions;

	private final PolicyManagement management;

	private final PolicyComparisons comparisons;

	private final PolicyRecords records;

	private final Clock clock;

	PolicyVersionsController(ConsentPolicies policies, PolicyVersions versions, PolicyManagement management,
			PolicyComparisons comparisons, PolicyRecords records, Clock clock) {
		this.policies = policies;
		this.versions = versions;
		this.management = management;
		this.comparisons = comparisons;
		this.records = records;
		this.clock = clock;
	}

	/**
	 * @param left the number of a version; null for the one before the newest
	 * @param right the same; 0 for the draft, null for what is newest
	 */
	@GetMapping("/versions")
	ModelAndView compare(@PathVariable String id, @RequestParam(required = false) @Nullable Integer left,
			@RequestParam(required = false) @Nullable Integer right) {
		ConsentPolicy policy = this.policies.get(id);
		List<Integer> numbers = this.versions.list(policy.id()).stream().map(Version::number).toList();
		PolicyStatus standing = this.records.status(policy, this.clock.instant());
		boolean two = numbers.size() + (standing.drafted() ? 1 : 0) > 1;
		int newest = (policy.newest() != null) ? policy.newest() : 0;
		int later = (right != null) ? right : standing.drafted() ? 0 : newest;
		int earlier = (left != null) ? left : (later == 0) ? newest : Math.max(1, later - 1);
		return new ModelAndView("contact/policy/versions").addObject("policy", policy)
			.addObject("left", earlier)
			.addObject("right", later)
			.addObject("numbers", numbers)
			.addObject("standing", standing)
			.addObject("two", two)
			.addObject("lines", (!two || earlier == 0 && later == 0) ? List.of()
					: this.comparisons.compare(content(policy, earlier), content(policy, later)));
	}

	@PostMapping("/versions/{number:\\d{1,9}}/restoration")
	String restore(@PathVariable String id, @PathVariable int number, Actor actor, RedirectAttributes redirect) {
		ConsentPolicy restored = this.management.restore(this.policies.get(id), number, actor);
		Flash.done(redirect, "policy.restored", number);
		return "redirect:/policies/" + restored.slug();
	}

	/** Lets the draft be again what was enabled last. */
	@DeleteMapping("/draft")
	String discard(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		ConsentPolicy policy = this.policies.get(id);
		if (policy.newest() != null) {
			this.management.restore(policy, policy.newest(), actor);
			Flash.done(redirect, "policy.discarded", policy.newest());
		}
		return "redirect:/policies/" + policy.slug();
	}

	private PolicyContent content(ConsentPolicy policy, int number) {
		return (number == 0) ? policy.draft()
				: this.versions.find(policy.id(), number)
					.orElseThrow(() -> new NotFoundException("version " + number + " of policy " + policy.slug()))
					.content();
	}

}
