package dev.sayso.account;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

import dev.sayso.shared.page.SavableList;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The saved views of a list, as its header offers them.
 */
@Component
public class SavedViewMenu {

	private final SavedViews views;

	private final List<SavableList> lists;

	SavedViewMenu(SavedViews views, List<SavableList> lists) {
		this.views = views;
		this.lists = lists;
	}

	/**
	 * @param current name of the view that is open; null for none
	 * @param save where one can save what is asked now; null where there is nothing to
	 * save
	 */
	public record Menu(List<Item> own, List<Item> shared, @Nullable String current, @Nullable String save) {

	}

	/**
	 * @param edit where the visitor may change it; null where they may not
	 */
	public record Item(UUID id, String name, String href, @Nullable String edit, boolean current) {

	}

	/**
	 * @param address of a list, as it is shown
	 */
	public Menu load(String address) {
		AccountPrincipal user = SessionUser.signedIn().orElseThrow();
		SavableList list = this.lists.stream().filter((each) -> each.isAt(address)).findFirst().orElseThrow();
		String query = address.contains("?") ? list.query(address) : "";
		List<SavedView> all = this.views.find(list.section(), user.id());
		List<SavedView> own = all.stream().filter((view) -> view.belongsTo(user)).toList();
		boolean saved = own.stream().anyMatch((view) -> view.query().equals(query));
		return new Menu(items(own, user, query),
				items(all.stream().filter((view) -> !view.belongsTo(user)).toList(), user, query),
				all.stream().filter((view) -> view.query().equals(query)).findFirst().map(SavedView::name).orElse(null),
				(query.isEmpty() || saved) ? null
						: "/account/views/new?list=" + UriUtils.encode(list.path() + "?" + query, UTF_8));
	}

	private static List<Item> items(List<SavedView> views, AccountPrincipal user, String query) {
		return views.stream()
			.map((view) -> new Item(view.id(), view.name(), view.href(),
					view.isOpenTo(user) ? "/account/views/" + view.id() : null, view.query().equals(query)))
			.toList();
	}

}
