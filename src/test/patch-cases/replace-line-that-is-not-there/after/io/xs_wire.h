struct xsd_errors xsd_errors[];
