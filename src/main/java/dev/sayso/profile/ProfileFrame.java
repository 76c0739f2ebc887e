package dev.sayso.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import dev.sayso.consent.Standing;
import dev.sayso.profile.FrameView.Cell;
import dev.sayso.profile.FrameView.Known;
import dev.sayso.profile.FrameView.Tab;
import dev.sayso.shared.NotFound;
import dev.sayso.shared.ProfileAction;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.ProfileTab;

/**
 * Puts around each tab of a person what answers the question people came with: who this
 * is, and may we contact them.
 */
@Component
public class ProfileFrame {

	private static final int SELDOM = 50;

	private final Profiles profiles;

	private final Standings standings;

	private final VerdictWords words;

	private final List<ProfileTab> tabs;

	private final List<ProfileAction> actions;

	ProfileFrame(Profiles profiles, Standings standings, VerdictWords words, List<ProfileTab> tabs,
			List<ProfileAction> actions) {
		this.profiles = profiles;
		this.standings = standings;
		this.words = words;
		this.tabs = tabs.stream().sorted(Comparator.comparingInt(ProfileTab::order)).toList();
		this.actions = actions.stream().sorted(Comparator.comparingInt(ProfileAction::order)).toList();
	}

	/**
	 * Puts the frame into the model as {@code frame}, for {@code profile/_header ::
	 * header}.
	 * @param tab the path of the tab that is open
	 * @throws NotFound when nobody has this id
	 */
	public Profile put(Model model, ProfileId id, String tab) {
		FrameView view = view(id, tab);
		model.addAttribute("frame", view);
		return view.profile();
	}

	FrameView view(ProfileId id, String tab) {
		Profile profile = this.profiles.findById(id).orElseThrow(() -> new NotFound("profile " + id));
		Standing standing = this.standings.of(profile);
		Codes codes = Codes.in(LocaleContextHolder.getLocale());
		Details details = profile.details();
		String country = (details.country() != null) ? codes.country(details.country()) : null;
		String place = Stream.of(country, details.timeZone())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(", "));
		return new FrameView(profile, standing, address(details),
				(details.language() != null) ? codes.language(details.language()) : null,
				place.isEmpty() ? null : place, cells(standing), tabs(id, tab), actions(false), actions(true));
	}

	private List<Cell> cells(Standing standing) {
		return this.standings.verdicts(standing, "marketing")
			.stream()
			.map((verdict) -> new Cell(verdict.channel(), verdict, this.words.full(verdict)))
			.toList();
	}

	private List<Tab> tabs(ProfileId id, String open) {
		return this.tabs.stream().map((tab) -> {
			OptionalLong count = tab.count(id);
			String href = "/profiles/" + id + (tab.path().isEmpty() ? "" : "/" + tab.path());
			return new Tab(tab.title(), href, tab.path().equals(open), count.isPresent() ? count.getAsLong() : null);
		}).toList();
	}

	private List<ProfileAction> actions(boolean seldom) {
		return this.actions.stream().filter((action) -> (action.order() >= SELDOM) == seldom).toList();
	}

	private static @Nullable Known address(Details details) {
		if (details.email() != null) {
			return new Known(details.email(), "mail");
		}
		String number = (details.mobile() != null) ? details.mobile() : details.phone();
		if (number != null) {
			return new Known(Phones.international(number), (details.mobile() != null) ? "device-mobile" : "phone");
		}
		return (details.street() != null && details.city() != null)
				? new Known(details.street() + ", " + details.city(), "mailbox") : null;
	}

}
