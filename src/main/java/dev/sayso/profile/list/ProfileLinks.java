package dev.sayso.profile.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.profile.list.ProfileListView.Hidden;
import dev.sayso.profile.list.ProfileListView.SortLink;
import dev.sayso.profile.list.ProfileQuery.Sort;

/**
 * Where the list of people leads, with its query carried on.
 */
final class ProfileLinks {

	private ProfileLinks() {
	}

	static String href(ProfileQuery query, @Nullable ProfileCursor cursor) {
		String parameters = query.toString();
		if (cursor != null) {
			parameters += (parameters.isEmpty() ? "" : "&") + "cursor=" + cursor;
		}
		return "/profiles" + (parameters.isEmpty() ? "" : "?" + parameters);
	}

	static List<SortLink> sorts(ProfileQuery query) {
		return Arrays.stream(Sort.values()).map((sort) -> {
			boolean current = sort == query.sort();
			boolean ascend = current ? !query.ascending() : sort.usuallyAscends();
			String direction = query.ascending() ? "ascending" : "descending";
			return new SortLink(sort.key(), href(query.sorted(sort, ascend), null), current,
					current ? direction : null);
		}).toList();
	}

	static List<Hidden> hidden(ProfileQuery query) {
		List<Hidden> hidden = new ArrayList<>();
		query.filters()
			.forEach((filter) -> filter.values().forEach((value) -> hidden.add(new Hidden(filter.name(), value))));
		if (query.sort() != Sort.CHANGED) {
			hidden.add(new Hidden("sort", query.sort().key()));
		}
		if (query.ascending() != query.sort().usuallyAscends()) {
			hidden.add(new Hidden("order", query.ascending() ? "asc" : "desc"));
		}
		return hidden;
	}

	/**
	 * Where a condition becomes an audience.
	 */
	static String audience(Condition condition) {
		return "/audiences/new?condition=" + URLEncoder.encode(ConditionJson.write(condition), StandardCharsets.UTF_8);
	}

}
