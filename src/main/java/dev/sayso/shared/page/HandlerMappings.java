package dev.sayso.shared.page;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks for the handler of a request among those whose paths begin alike. Spring asks
 * each handler with a variable in its path in turn: with three hundred of them that took
 * two fifths of the time of a public page, and a third of a call of the API (figures
 * <em>public page</em> and <em>profile by the API</em> of the benchmark).
 */
@Component
class HandlerMappings implements WebMvcRegistrations {

	@Override
	public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
		return new ByBeginning();
	}

	/** All handlers, and by the beginning of their paths once more. */
	private static final class ByBeginning extends RequestMappingHandlerMapping {

		private final Map<String, Alike> alike = new HashMap<>();

		private boolean anyBeginning;

		@Override
		protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
			super.registerHandlerMethod(handler, method, mapping);
			mapping.getPatternValues().stream().map(ByBeginning::beginning).distinct().forEach((beginning) -> {
				this.anyBeginning |= beginning.matches(".*[{*?].*");
				this.alike.computeIfAbsent(beginning, (key) -> alike()).registerMapping(mapping, handler, method);
			});
		}

		private Alike alike() {
			Alike group = new Alike();
			group.setApplicationContext(obtainApplicationContext());
			return group;
		}

		/** A path that is written otherwise, such as encoded, is looked for among all. */
		@Override
		protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
				throws Exception {
			Alike group = this.anyBeginning ? null : this.alike.get(beginning(path));
			return (group != null) ? group.lookupHandlerMethod(path, request)
					: super.lookupHandlerMethod(path, request);
		}

		/** The first part of a path, and of the API's what follows the version. */
		private static String beginning(String path) {
			int end = path.indexOf('/', path.startsWith("/api/v1/") ? 8 : 1);
			return (end >= 0) ? path.substring(0, end) : path;
		}

	}

	private static final class Alike extends RequestMappingHandlerMapping {

		@Override
		protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
				throws Exception {
			return super.lookupHandlerMethod(path, request);
		}

	}

}
