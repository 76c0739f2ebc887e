package dev.sayso.shared.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;

@ControllerAdvice(annotations = ConsolePage.class)
class PageFrameAdvice {

	private final List<NavigationItem> items;

	private final List<PageFrame.Creation> creations;

	private final List<SettingsSection> settings;

	private final List<PageBanner> banners;

	private final CurrentUser visitor;

	PageFrameAdvice(List<NavigationItem> items, List<PageFrame.Creation> creations, List<SettingsSection> settings,
			List<PageBanner> banners, CurrentUser visitor) {
		this.banners = banners;
		this.settings = settings.stream().sorted(Comparator.comparingInt(SettingsSection::order)).toList();
		this.items = items.stream().sorted(Comparator.comparingInt(NavigationItem::order)).toList();
		this.creations = creations;
		this.visitor = visitor;
	}

	@ModelAttribute("pageFrame")
	PageFrame pageFrame(HttpServletRequest request) {
		PageFrame.@Nullable User user = this.visitor.user().orElse(null);
		String role = (user != null) ? user.role() : "";
		String query = request.getQueryString();
		return new PageFrame(nav(role), user, this.visitor.theme(), LocaleContextHolder.getLocale().getLanguage(),
				request.getRequestURI() + ((query != null) ? "?" + query : ""),
				this.creations.stream().filter((creation) -> allows(creation.roles(), role)).toList(), this.settings,
				(user != null) ? banners(role) : List.of());
	}

	private List<PageBanner.Banner> banners(String role) {
		return this.banners.stream()
			.flatMap((source) -> source.banners().stream())
			.filter((banner) -> allows(banner.roles(), role))
			.toList();
	}

	/**
	 * A request that no page of the console sends: fields that are missing, or of the
	 * wrong kind. What was sent is neither shown nor logged.
	 */
	@ExceptionHandler({ FormBinding.UnreadableForm.class, BindException.class, ServletRequestBindingException.class,
			MissingServletRequestPartException.class, MethodArgumentTypeMismatchException.class,
			HandlerMethodValidationException.class, HttpMediaTypeException.class })
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	ModelAndView unreadable() {
		return new ModelAndView("error/4xx", HttpStatus.BAD_REQUEST);
	}

	private List<PageFrame.Group> nav(String role) {
		Map<String, List<NavigationItem>> groups = new LinkedHashMap<>();
		for (NavigationItem item : this.items) {
			if (allows(item.roles(), role)) {
				String group = (item.group() != null) ? item.group() : "-" + (item.order() / 100);
				groups.computeIfAbsent(group, (key) -> new ArrayList<>()).add(item);
			}
		}
		return groups.values().stream().map((members) -> new PageFrame.Group(members.get(0).group(), members)).toList();
	}

	private static boolean allows(Set<String> roles, String role) {
		return roles.isEmpty() || roles.contains(role);
	}

}
