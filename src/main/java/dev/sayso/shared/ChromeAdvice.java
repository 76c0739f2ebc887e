package dev.sayso.shared;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Puts the {@link Chrome} around each page of the console.
 */
@ControllerAdvice(annotations = ConsolePage.class)
class ChromeAdvice {

	private final List<Destination> destinations;

	private final List<Chrome.Creation> creations;

	private final List<SettingsSection> settings;

	private final Visitor visitor;

	ChromeAdvice(List<Destination> destinations, List<Chrome.Creation> creations, List<SettingsSection> settings,
			Visitor visitor) {
		this.settings = settings.stream().sorted(Comparator.comparingInt(SettingsSection::order)).toList();
		this.destinations = destinations.stream().sorted(Comparator.comparingInt(Destination::order)).toList();
		this.creations = creations;
		this.visitor = visitor;
	}

	@ModelAttribute("chrome")
	Chrome chrome(HttpServletRequest request) {
		Chrome.@Nullable User user = this.visitor.user().orElse(null);
		String role = (user != null) ? user.role() : "";
		String query = request.getQueryString();
		return new Chrome(nav(role), user, this.visitor.theme(), LocaleContextHolder.getLocale().getLanguage(),
				request.getRequestURI() + ((query != null) ? "?" + query : ""),
				this.creations.stream().filter((creation) -> allows(creation.roles(), role)).toList(), this.settings);
	}

	private List<Chrome.Group> nav(String role) {
		Map<String, List<Destination>> groups = new LinkedHashMap<>();
		for (Destination destination : this.destinations) {
			if (allows(destination.roles(), role)) {
				String group = (destination.group() != null) ? destination.group() : "-" + (destination.order() / 100);
				groups.computeIfAbsent(group, (key) -> new ArrayList<>()).add(destination);
			}
		}
		return groups.values().stream().map((items) -> new Chrome.Group(items.get(0).group(), items)).toList();
	}

	private static boolean allows(Set<String> roles, String role) {
		return roles.isEmpty() || roles.contains(role);
	}

}
