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

import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.VerdictMessages;
import dev.sayso.person.CodeNames;
import dev.sayso.person.Details;
import dev.sayso.person.PhoneNumbers;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.profile.ProfileFrameView.Cell;
import dev.sayso.profile.ProfileFrameView.Known;
import dev.sayso.profile.ProfileFrameView.Tab;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.ProfilePageAction;
import dev.sayso.shared.page.ProfileTab;

/**
 * The frame around each tab of a person: who this is, and whether we may contact them.
 */
@Component
public class ProfileFrame {

	private static final int SELDOM = 50;

	private final Profiles profiles;

	private final ContactStatuses statuses;

	private final VerdictMessages messages;

	private final List<ProfileTab> tabs;

	private final List<ProfilePageAction> actions;

	ProfileFrame(Profiles profiles, ContactStatuses statuses, VerdictMessages messages, List<ProfileTab> tabs,
			List<ProfilePageAction> actions) {
		this.profiles = profiles;
		this.statuses = statuses;
		this.messages = messages;
		this.tabs = tabs.stream().sorted(Comparator.comparingInt(ProfileTab::order)).toList();
		this.actions = actions.stream().sorted(Comparator.comparingInt(ProfilePageAction::order)).toList();
	}

	/**
	 * Puts the frame into the model as {@code frame}, for {@code profile/_header ::
	 * header}.
	 * @param tab the path of the tab that is open
	 * @throws NotFoundException when nobody has this id
	 */
	public Profile put(Model model, ProfileId id, String tab) {
		ProfileFrameView view = view(id, tab);
		model.addAttribute("frame", view);
		return view.profile();
	}

	ProfileFrameView view(ProfileId id, String tab) {
		Profile profile = this.profiles.get(id);
		ContactStatus status = this.statuses.find(profile);
		CodeNames names = CodeNames.in(LocaleContextHolder.getLocale());
		Details details = profile.details();
		String country = (details.country() != null) ? names.country(details.country()) : null;
		String place = Stream.of(country, details.timeZone())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(", "));
		return new ProfileFrameView(profile, status, address(details),
				(details.language() != null) ? names.language(details.language()) : null,
				place.isEmpty() ? null : place, cells(status), tabs(id, tab), actions(false), actions(true));
	}

	private List<Cell> cells(ContactStatus status) {
		return this.statuses.verdicts(status, "marketing")
			.stream()
			.map((verdict) -> new Cell(verdict.channel(), verdict, this.messages.state(verdict),
					this.messages.full(verdict)))
			.toList();
	}

	private List<Tab> tabs(ProfileId id, String open) {
		return this.tabs.stream().map((tab) -> {
			OptionalLong count = tab.count(id);
			String href = "/profiles/" + id + (tab.path().isEmpty() ? "" : "/" + tab.path());
			return new Tab(tab.title(), href, tab.path().equals(open), count.isPresent() ? count.getAsLong() : null);
		}).toList();
	}

	private List<ProfilePageAction> actions(boolean seldom) {
		return this.actions.stream().filter((action) -> (action.order() >= SELDOM) == seldom).toList();
	}

	private static @Nullable Known address(Details details) {
		if (details.email() != null) {
			return new Known(details.email(), "mail");
		}
		String number = (details.mobile() != null) ? details.mobile() : details.phone();
		if (number != null) {
			return new Known(PhoneNumbers.international(number),
					(details.mobile() != null) ? "device-mobile" : "phone");
		}
		return (details.street() != null && details.city() != null)
				? new Known(details.street() + ", " + details.city(), "mailbox") : null;
	}

}
