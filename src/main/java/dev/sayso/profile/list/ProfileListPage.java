package dev.sayso.profile.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.status.Verdict;
import dev.sayso.person.Attributes;
import dev.sayso.person.CodeNames;
import dev.sayso.person.Origin;
import dev.sayso.profile.list.ProfileListView.FilterMenu;
import dev.sayso.profile.list.ProfileListView.Hidden;
import dev.sayso.profile.list.ProfileListView.SortLink;
import dev.sayso.profile.list.ProfileQuery.Sort;
import dev.sayso.shared.Channel;
import dev.sayso.shared.page.ListQuery;

@Component
class ProfileListPage {

	/** How far is counted. */
	static final int COUNTED = 10_000;

	static final List<String> REACHES = Stream
		.concat(Stream.of(Verdict.State.values()).map(Verdict.State::reach), Stream.of(ProfileFilter.UNSAID))
		.toList();

	private static final ProfileSearch.Answer UNANSWERED = new ProfileSearch.Answer(
			new ProfileSearch.Page(List.of(), false, false), 0);

	private final ProfileSearch search;

	private final ProfileRowViews rows;

	private final ProfileFilterMessages messages;

	private final ProfileFilterConditions conditions;

	private final ConsentSettings settings;

	private final Attributes attributes;

	ProfileListPage(ProfileSearch search, ProfileRowViews rows, ProfileFilterMessages messages,
			ProfileFilterConditions conditions, ConsentSettings settings, Attributes attributes) {
		this.search = search;
		this.rows = rows;
		this.messages = messages;
		this.conditions = conditions;
		this.settings = settings;
		this.attributes = attributes;
	}

	ProfileListView view(ProfileQuery query, @Nullable ProfileCursor from) {
		ProfileSearch.Answer answer = this.search.answer(query, from, ListQuery.SIZE, COUNTED);
		Integer everybody = query.narrows() ? this.search.count(ProfileQuery.EVERYBODY, COUNTED) : null;
		return view(query, answer, (everybody != null && everybody <= COUNTED) ? everybody : null, List.of());
	}

	/** Nobody, since a condition cannot be asked, and what is wrong with it. */
	ProfileListView refused(ProfileQuery query, InvalidConditionException bad) {
		return view(query, UNANSWERED, null, this.messages.faults(bad));
	}

	/** Nobody, since to find them took too long. */
	ProfileListView cutOff(ProfileQuery query) {
		return view(query, UNANSWERED, null, List.of(this.messages.text("profile.list.slow")));
	}

	private ProfileListView view(ProfileQuery query, ProfileSearch.Answer answer, @Nullable Integer everybody,
			List<String> faults) {
		ProfileSearch.Page page = answer.page();
		List<ProfileSearch.Match> people = page.people();
		String previous = (page.before() && !people.isEmpty()) ? href(query, people.get(0).cursor().backwards()) : null;
		String next = (page.after() && !people.isEmpty()) ? href(query, people.get(people.size() - 1).cursor()) : null;
		Map<String, ProfileListView.Unread> unread = this.messages.unread(query);
		return new ProfileListView(query, this.rows.create(people), this.settings.channelsInUse(),
				Math.min(answer.matching(), COUNTED), answer.matching() > COUNTED, everybody, previous, next,
				href(query.cleared(), null),
				(query.narrows() && faults.isEmpty()) ? audience(this.conditions.create(query)) : null, pills(query),
				sorts(query), hidden(query, unread), unread.isEmpty() ? null : menu(query, unread), faults);
	}

	private List<ProfileListView.Pill> pills(ProfileQuery query) {
		return query.filters()
			.stream()
			.map((filter) -> new ProfileListView.Pill(this.messages.subject(filter), this.messages.values(filter),
					href(query.without(filter), null)))
			.toList();
	}

	FilterMenu menu(ProfileQuery query) {
		return menu(query, this.messages.unread(query));
	}

	private FilterMenu menu(ProfileQuery query, Map<String, ProfileListView.Unread> unread) {
		CodeNames names = CodeNames.in(LocaleContextHolder.getLocale());
		List<Channel> channels = this.settings.channelsInUse();
		return new FilterMenu(query.q(), hidden(query, unread), channels, REACHES, names.countries(), names.languages(),
				Arrays.stream(Origin.values()).map(Origin::key).toList(), this.attributes.findAllByOrderByLabel(),
				unread);
	}

	private static String href(ProfileQuery query, @Nullable ProfileCursor cursor) {
		String parameters = query.toString();
		if (cursor != null) {
			parameters += (parameters.isEmpty() ? "" : "&") + "cursor=" + cursor;
		}
		return "/profiles" + (parameters.isEmpty() ? "" : "?" + parameters);
	}

	private static List<SortLink> sorts(ProfileQuery query) {
		return Arrays.stream(Sort.values()).map((sort) -> {
			boolean current = sort == query.sort();
			boolean ascend = current ? !query.ascending() : sort.usuallyAscends();
			String direction = query.ascending() ? "ascending" : "descending";
			return new SortLink(sort.key(), href(query.sorted(sort, ascend), null), current,
					current ? direction : null);
		}).toList();
	}

	/** What the filters' own form carries on: not what is typed into it again. */
	private static List<Hidden> hidden(ProfileQuery query, Map<String, ProfileListView.Unread> unread) {
		List<Hidden> hidden = new ArrayList<>();
		query.filters()
			.stream()
			.filter((filter) -> !unread.containsKey(filter.name()))
			.forEach((filter) -> filter.values().forEach((value) -> hidden.add(new Hidden(filter.name(), value))));
		if (query.sort() != Sort.CHANGED) {
			hidden.add(new Hidden("sort", query.sort().key()));
		}
		if (query.ascending() != query.sort().usuallyAscends()) {
			hidden.add(new Hidden("order", query.ascending() ? "asc" : "desc"));
		}
		return hidden;
	}

	private static String audience(Condition condition) {
		return "/audiences/new?condition=" + URLEncoder.encode(ConditionJson.write(condition), StandardCharsets.UTF_8);
	}

}
