package dev.sayso.contact.policy;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.audit.PeopleFileLog;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.CsvSheet;
import dev.sayso.shared.api.StreamedFile;
import dev.sayso.shared.page.ConsolePage;

/**
 * Whom a policy leaves out, and whom its draft would move, by name and as a file.
 */
@ConsolePage
@RequestMapping("/policies/{id}")
class PolicyLeftOutController {

	private static final int SHOWN = 50;

	private final ConsentPolicies policies;

	private final PolicyRecords records;

	private final PolicyEffects effects;

	private final PolicyMovers movers;

	private final PeopleFileLog log;

	private final Clock clock;

	PolicyLeftOutController(ConsentPolicies policies, PolicyRecords records, PolicyEffects effects, PolicyMovers movers,
			PeopleFileLog log, Clock clock) {
		this.log = log;
		this.policies = policies;
		this.records = records;
		this.effects = effects;
		this.movers = movers;
		this.clock = clock;
	}

	/** Those whom the version in force leaves out. */
	@GetMapping("/left-out")
	ModelAndView show(@PathVariable String id, @RequestParam(required = false) @Nullable UUID behind) {
		ConsentPolicy policy = this.policies.get(id);
		PolicyContent inForce = inForce(policy);
		return new ModelAndView("contact/policy/left-out").addObject("policy", policy)
			.addObject("standing", this.records.status(policy, this.clock.instant()))
			.addObject("versions", this.records.versions(policy, this.clock.instant()).size())
			.addObject("behind", behind)
			.addObject("effect", (inForce != null) ? this.effects.count(null, inForce, List.of()).orElse(null) : null)
			.addObject("movers", (inForce != null) ? this.movers.list(null, inForce, false, behind, SHOWN) : null);
	}

	@GetMapping("/left-out.csv")
	void leftOut(@PathVariable String id, Actor actor, HttpServletResponse response) throws IOException {
		ConsentPolicy policy = this.policies.get(id);
		PolicyContent inForce = inForce(policy);
		this.log.take(actor, "left-out", policy.subject(), () -> write(policy, null, inForce, false, response));
	}

	/** Those whom the draft that is saved would leave out, or let in. */
	@GetMapping("/moves.csv")
	void moves(@PathVariable String id, PolicyPage.Movers asked, Actor actor, HttpServletResponse response)
			throws IOException {
		ConsentPolicy policy = this.policies.get(id);
		PolicyContent before = inForce(policy);
		PolicyContent after = (asked.in() && before == null) ? null : policy.draft();
		this.log.take(actor, "moves", policy.subject(), () -> write(policy, before, after, asked.in(), response));
	}

	private @Nullable PolicyContent inForce(ConsentPolicy policy) {
		return this.records.inForce(policy, this.clock.instant()).orElse(null);
	}

	/**
	 * @param after null where nobody moves
	 * @return how many people are in it
	 */
	private long write(ConsentPolicy policy, @Nullable PolicyContent before, @Nullable PolicyContent after, boolean in,
			HttpServletResponse response) throws IOException {
		AtomicLong people = new AtomicLong();
		StreamedFile.send(response, "whom a policy moves", (out) -> {
			try (CsvSheet sheet = CsvSheet.answer(response, policy.slug() + ".csv", false)) {
				sheet.row(List.of("id", "name", "channels", "lacks"));
				if (after != null) {
					this.movers.each(before, after, in, (row) -> sheet.row(List.of(row.id().toString(), row.name(),
							row.channels().stream().map(Channel::key).collect(Collectors.joining(", ")), row.lacks())));
				}
				people.set(sheet.rows() - 1);
			}
		});
		return people.get();
	}

}
