package dev.sayso.profile.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.profile.ProfileFrame;
import dev.sayso.profile.history.HistoryView.Verified;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.PageFrame;

@ConsolePage
@RequestMapping("/profiles/{id}/history")
class HistoryController {

	private static final int PAGE = 50;

	private final ProfileFrame frame;

	private final ProfileHistory history;

	private final HistoryRowViews rows;

	private final Ledger verification;

	private final ConsentSettings settings;

	HistoryController(ProfileFrame frame, ProfileHistory history, HistoryRowViews rows, Ledger verification,
			ConsentSettings settings) {
		this.frame = frame;
		this.history = history;
		this.rows = rows;
		this.verification = verification;
		this.settings = settings;
	}

	@GetMapping
	String show(@PathVariable String id, @RequestParam Map<String, String> parameters,
			@ModelAttribute("pageFrame") PageFrame pageFrame, Model model) {
		ProfileId profile = ProfileId.from(id);
		this.frame.put(model, profile, "history");
		HistoryQuery query = HistoryQuery.of(parameters);
		ProfileHistory.Page page = this.history.page(profile, query, PAGE);
		String path = "/profiles/" + profile + "/history";
		boolean newest = query.cursor().equals(HistoryCursor.NEWEST) && query.entry() == null;
		HistoryCursor next = page.next();
		model.addAttribute("view",
				new HistoryView(query, purposes(), this.rows.days(page.events()), this.history.count(profile, query),
						(next != null) ? query.href(path, next) : null, newest ? null : query.href(path, null),
						query.href(path + ".csv", null), verified(profile, pageFrame)));
		return "profile/history/show";
	}

	/**
	 * Verified for those whose work it is to know; it reads all of the person's entries.
	 */
	private @Nullable Verified verified(ProfileId profile, PageFrame pageFrame) {
		PageFrame.User user = pageFrame.user();
		if (user == null || !List.of("ADMIN", "AUDITOR").contains(user.role())) {
			return null;
		}
		Ledger.Proof proof = this.verification.verify(profile);
		return new Verified(proof.holds(), proof.entries(), String.valueOf(proof.broken()));
	}

	private Map<String, String> purposes() {
		Map<String, String> purposes = new LinkedHashMap<>();
		for (Purpose purpose : Purpose.values()) {
			if (purpose.channel().map(this.settings.channelsInUse()::contains).orElse(true)) {
				purposes.put(purpose.key(), "purpose." + purpose.key());
			}
		}
		this.rows.subjects().forEach((subject) -> purposes.put(subject.prefix(), subject.title()));
		purposes.put(HistoryQuery.DETAILS, "history.purpose.details");
		return purposes;
	}

}
