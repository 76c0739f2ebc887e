package dev.sayso.consent;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.sayso.shared.page.CurrentUser;

/**
 * Asks the administrator of a new store, who comes in by its first page, whether silence
 * counts as yes.
 */
@Component
class ConsentModelQuestion implements HandlerInterceptor, WebMvcConfigurer {

	private final ConsentSettings settings;

	private final CurrentUser visitor;

	ConsentModelQuestion(ConsentSettings settings, CurrentUser visitor) {
		this.settings = settings;
		this.visitor = visitor;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (this.settings.model().isPresent()
				|| this.visitor.user().filter((user) -> user.role().equals("ADMIN")).isEmpty()) {
			return true;
		}
		response.sendRedirect(request.getContextPath() + "/settings/channels/model");
		return false;
	}

}
